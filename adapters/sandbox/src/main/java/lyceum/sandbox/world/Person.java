package lyceum.sandbox.world;

/**
 * Someone who lives in the sandbox, the same on every platform.
 *
 * @param number 1 for the first; platforms derive their own ids from it
 * @param login the name in Latin letters where a platform asks for one
 * @param name the name that others see
 */
public record Person(int number, String login, String name) {}
