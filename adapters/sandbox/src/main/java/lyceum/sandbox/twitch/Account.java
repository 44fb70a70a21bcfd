package lyceum.sandbox.twitch;

/**
 * Who somebody is on Twitch.
 *
 * @param name the display name
 * @param bot whether it is one of the two programs' accounts
 */
record Account(String id, String login, String name, boolean bot) {}
