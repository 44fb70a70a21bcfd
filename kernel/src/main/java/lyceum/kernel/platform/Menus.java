package lyceum.kernel.platform;

import java.util.List;
import lyceum.kernel.feature.Command;

/** The ability to show people which commands there are, in both languages. */
public interface Menus {
    /** Called once, after {@link Platform#start}. Publishing the same again changes nothing. */
    void publish(List<Command> commands);
}
