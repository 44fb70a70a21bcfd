package lyceum.twitch;

/** What to do about Twitch's refusals, in English, for whoever runs the hub. */
final class Words {
    private Words() {}

    static String refused(Reply.No no) {
        String said = "Twitch refuses with " + no.status() + " '" + no.words() + "'";
        return switch (no.status()) {
            case 401 -> said + ": put a new token of the bot's account into the config; it may have expired";
            case 403 ->
                said + ": in the channel's chat say /mod and the bot's name, and give its token the scopes that"
                        + " './lyceum check --online' lists";
            default -> said;
        };
    }

    static String dropped(String code) {
        return switch (code) {
            case "msg_banned", "msg_timedout" -> ": say /unban and the bot's name in the channel's chat";
            case "msg_followersonly", "msg_subsonly", "msg_verified_email" ->
                ": say /mod and the bot's name in the channel's chat";
            default -> "";
        };
    }

    static String missing(String scope) {
        return "the token lacks the scope " + scope;
    }
}
