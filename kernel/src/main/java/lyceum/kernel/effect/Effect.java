package lyceum.kernel.effect;

/** Something that shall be done, after the turn that asked for it is committed. */
public sealed interface Effect permits OnPlatform, OnClock, Appoint, Amend, Tell {}
