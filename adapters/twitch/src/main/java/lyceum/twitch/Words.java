package lyceum.twitch;

import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;

/** What to do about Twitch's refusals, for whoever runs the hub. */
final class Words {
    private Words() {}

    static Say refused(Reply.No no) {
        String key = switch (no.status()) {
            case 401 -> "twitch.refuses-token";
            case 403 -> "twitch.refuses-rights";
            default -> "twitch.refuses";
        };
        return Phrase.of(key, Integer.toString(no.status()), no.words());
    }

    static Say dropped(String code, String words) {
        String key = switch (code) {
            case "msg_banned", "msg_timedout" -> "twitch.dropped-banned";
            case "msg_followersonly", "msg_subsonly", "msg_verified_email" -> "twitch.dropped-outsider";
            default -> "twitch.dropped";
        };
        return Phrase.of(key, code, words);
    }
}
