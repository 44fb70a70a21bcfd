package lyceum.twitch;

/**
 * The channel, once Twitch has said who everybody is.
 *
 * @param broadcaster the owner's id
 */
record Place(Self self, String broadcaster, Ids ids) {}
