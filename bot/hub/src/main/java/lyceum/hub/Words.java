package lyceum.hub;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.DecideHold;
import lyceum.kernel.effect.OnAccess;
import lyceum.kernel.effect.OnMoney;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.effect.Pin;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.effect.Schedule;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk;
import lyceum.kernel.person.Speaker;

/** How the hub's own pages put rows into words. */
final class Words {
    private static final int LONGEST = 240;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

    private final ZoneId zone;
    private final Plain plain;

    Words(ZoneId zone, Plain plain) {
        this.zone = zone;
        this.plain = plain;
    }

    Say time(long millis) {
        return Text.of(TIME.format(Instant.ofEpochMilli(millis).atZone(zone)));
    }

    /** What an effect would have shown. */
    Say of(OnPlatform effect) {
        return switch (effect) {
            case OnPlatform.Post post -> shortened(plain.text(post.document(), post.language()));
            case OnPlatform.Edit edit -> shortened(plain.text(edit.document(), edit.language()));
            case OnPlatform.Respond respond -> shortened(plain.text(respond.document(), respond.language()));
            case OnPlatform.React react -> Text.of(String.join(" ", react.emojis()));
            case OnPlatform.Delete delete -> Text.of(delete.message().toString());
            case OnPlatform.OpenThread open -> Text.of(open.title());
            case OnPlatform.ChangeThread change -> Text.of(change.title());
            case Pin pin -> Text.of(pin.message().toString());
            case Schedule schedule ->
                shortened(Text.of(String.join(
                        ", ",
                        schedule.slots().stream().map(Schedule.Slot::title).toList())));
            case DecideHold hold -> Text.of(hold.message().toString());
            case Restrict restrict -> Text.of(restrict.measure() + " " + restrict.account() + " " + restrict.room());
            case OnMoney.Offer offer -> Text.of(offer.product() + " " + offer.amount() + " " + offer.currency());
            case OnMoney.DecidePayment decision -> Text.of(decision.room().toString());
            case OnAccess access -> Text.of(access.account() + " " + access.room());
        };
    }

    /** What was said, where anything was. */
    static Text of(Event event) {
        return switch (event) {
            case Talk.MessagePosted posted -> shortened(posted.text());
            case Talk.MessageEdited edited -> shortened(edited.text());
            default -> Text.EMPTY;
        };
    }

    static Text who(Event event) {
        Speaker speaker = event.speaker();
        return speaker == null ? Text.EMPTY : Text.of(speaker.name());
    }

    static Text shortened(Text text) {
        if (text.plain().length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.plain().charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.slice(0, end).plus("…");
    }
}
