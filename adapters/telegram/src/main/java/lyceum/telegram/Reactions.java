package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.platform.Outcome;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionType;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;

/** Reads who put which emoji on a message, and puts the hub's own there. Emoji of Telegram's own are not read. */
final class Reactions {
    private final Courier courier;

    Reactions(Courier courier) {
        this.courier = courier;
    }

    /** An update tells all that a person has on the message now, and had before. */
    static List<ReactionChanged> read(JsonNode told, MessageId message, Speaker speaker) {
        Set<String> before = emoji(told.path("old_reaction"));
        Set<String> now = emoji(told.path("new_reaction"));
        List<ReactionChanged> changes = new ArrayList<>();
        before.stream()
                .filter(each -> !now.contains(each))
                .forEach(each -> changes.add(new ReactionChanged(message, speaker, each, false)));
        now.stream()
                .filter(each -> !before.contains(each))
                .forEach(each -> changes.add(new ReactionChanged(message, speaker, each, true)));
        return changes;
    }

    private static Set<String> emoji(JsonNode reactions) {
        Set<String> all = new LinkedHashSet<>();
        for (JsonNode reaction : reactions) {
            if (Fields.words(reaction, "type").equals("emoji")) {
                all.add(Emoji.read(Fields.words(reaction, "emoji")));
            }
        }
        return all;
    }

    /** A chat may allow fewer emoji than a bot has: what it does not take is left out. */
    Outcome react(React react) {
        Address address = Address.of(react.room());
        List<ReactionType> types = Emoji.fitting(react.emojis()).stream()
                .<ReactionType>map(ReactionTypeEmoji::new)
                .toList();
        SetMessageReaction request =
                new SetMessageReaction(Long.toString(address.chat()), Address.number(react.message()), types, false);
        return courier.carryUncounted(
                address.chat(),
                request,
                Courier.fineWhere("reaction_invalid", "message to react not found"),
                _ -> Outcome.Done.of());
    }
}
