package lyceum.kernel.platform;

import lyceum.kernel.effect.Schedule;

/** The ability to keep a list of what is coming up, outside the talk: Discord's scheduled events. */
public interface Schedules {
    /**
     * Blocks; as {@link Platform#post}. Reads what stands there and changes only what differs: also what somebody changed by hand is
     * put right. What others put there is left alone. Without the right to it, {@link Outcome.Refused} names the click that gives it.
     */
    Outcome schedule(Schedule schedule);
}
