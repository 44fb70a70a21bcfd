package lyceum.contract;

import org.junit.jupiter.api.AfterEach;

/** What every contract stands on: a platform on its stage. */
public interface OnStage {
    /** The scene, open; it may be the same for all laws, which use words of their own. */
    Scene scene();

    @AfterEach
    default void faultsEnd() {
        scene().stage().recover();
    }
}
