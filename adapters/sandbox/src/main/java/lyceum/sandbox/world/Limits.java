package lyceum.sandbox.world;

/** Whether the sandbox holds its clients to the platforms' request rates; lengths, deadlines and permissions always hold. */
public enum Limits {
    DOCUMENTED,
    OFF
}
