package lyceum.contract;

/** What every platform does: it brings what people say and says what the hub says, whatever happens. */
public interface PlatformContract extends HearingContract, SpeakingContract, FittingContract, EnduringContract {}
