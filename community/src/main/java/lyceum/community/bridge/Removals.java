package lyceum.community.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Tell;
import lyceum.kernel.event.Answer.Undeliverable;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;

/** Takes a message away in every room: when its author took it back, when a moderator removed one copy, and at {@code /delete}. */
final class Removals {
    static final String COMMAND = "delete";

    private static final String MESSAGE = "message";
    private static final String NATIVE_ID = "[0-9A-Za-z._-]{1,64}";

    private final BridgeSettings settings;
    private final CopyTable table;
    private final Kept kept;

    Removals(BridgeSettings settings, CopyTable table, Kept kept) {
        this.settings = settings;
        this.table = table;
        this.kept = kept;
    }

    /** What else keeps something of a message. */
    record Kept(Pause pause, Threads threads, Sharing sharing, Reactions reactions, Excerpts excerpts) {}

    static Command command() {
        return new Command(
                        COMMAND,
                        List.of("删除"),
                        Phrase.of("bridge.delete"),
                        List.of(new Command.Option(MESSAGE, Phrase.of("bridge.delete-message"), false, List.of())),
                        Standing.FAN)
                .pointing();
    }

    /** A person's message goes with its copies; where somebody could take a copy away, a moderator did. */
    List<Effect> deleted(MessageId message, Tx tx) {
        Optional<Part> copy = table.part(tx.read(), message);
        if (copy.isPresent()) {
            return everywhere(copy.get().said().source(), message, tx);
        }
        List<Part> lines = kept.sharing().lines(message, tx).stream()
                .map(line -> table.part(tx.read(), message, line))
                .flatMap(Optional::stream)
                .toList();
        if (!lines.isEmpty()) {
            return lines.size() == 1
                    ? everywhere(lines.getFirst().said().source(), message, tx)
                    : sharedGone(message, lines, tx);
        }
        return table.isCopy(tx.read(), message) ? List.of() : copiesOf(message, message, tx);
    }

    /** Which of the people who spoke in it was meant is not known: nobody else's words go anywhere else, and the moderators are told. */
    private List<Effect> sharedGone(MessageId message, List<Part> lines, Tx tx) {
        for (Part line : lines) {
            table.drop(tx.write(), line);
            kept.sharing().drop(message, line.line(), tx);
        }
        Phrase gone = Phrase.of(
                "bridge.shared-gone", Notices.name(message.room(), settings), Text.of(String.valueOf(lines.size())));
        List<Effect> effects = new ArrayList<>();
        for (RoomId room : settings.moderators()) {
            effects.add(new Post(
                    room, Document.of(gone), settings.language(room), null, null, Bridge.NAME + ":shared-gone"));
        }
        return effects;
    }

    private List<Effect> everywhere(MessageId source, @Nullable MessageId gone, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Delete(source, Bridge.GONE));
        effects.addAll(copiesOf(source, gone, tx));
        effects.add(new Tell(new MessageDeleted(null, source)));
        return effects;
    }

    private List<Effect> copiesOf(MessageId source, @Nullable MessageId gone, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        for (Part part : table.parts(tx.read(), source)) {
            if (gone == null || !gone.equals(part.copy())) {
                effects.addAll(Edits.drop(part, kept.sharing(), tx));
            }
        }
        table.takeBack(tx.write(), source);
        kept.pause().forget(source, tx);
        kept.threads().forget(source, tx);
        kept.reactions().forget(source, tx);
        kept.excerpts().forget(source);
        return effects;
    }

    /** Said by a moderator about anything, by everybody about what they said themselves. */
    Reaction on(CommandInvoked invoked, Tx tx) {
        MessageId about = about(invoked);
        if (about == null) {
            return Reaction.of(answer(invoked, tx, "bridge.delete-how"));
        }
        List<Integer> lines = kept.sharing().lines(about, tx);
        Optional<Part> copy = lines.isEmpty() ? table.part(tx.read(), about) : line(invoked, about, lines, tx);
        if (!lines.isEmpty() && copy.isEmpty()) {
            return Reaction.of(answer(invoked, tx, "bridge.delete-which"));
        }
        MessageId source = copy.map(part -> part.said().source()).orElse(about);
        if (!mayDelete(invoked, source, tx)) {
            return Reaction.of(answer(invoked, tx, "bridge.delete-not-yours"));
        }
        List<Effect> effects = new ArrayList<>(everywhere(source, null, tx));
        effects.add(answer(invoked, tx, "bridge.deleted"));
        return Reaction.of(effects);
    }

    /** Which of the lines that a shared message still has is meant, counted from 1. */
    private Optional<Part> line(CommandInvoked invoked, MessageId about, List<Integer> lines, Tx tx) {
        String number = invoked.options().getOrDefault(MESSAGE, "").strip();
        boolean one = number.matches("[1-9][0-9]{0,2}") && Integer.parseInt(number) <= lines.size();
        return one ? table.part(tx.read(), about, lines.get(Integer.parseInt(number) - 1)) : Optional.empty();
    }

    private static @Nullable MessageId about(CommandInvoked invoked) {
        if (invoked.about() != null) {
            return invoked.about();
        }
        String written = invoked.options().getOrDefault(MESSAGE, "").strip();
        String id = written.substring(written.lastIndexOf('/') + 1);
        return id.matches(NATIVE_ID) ? new MessageId(invoked.room(), id) : null;
    }

    private boolean mayDelete(CommandInvoked invoked, MessageId source, Tx tx) {
        Actor actor = tx.actor();
        Standing standing = actor == null ? invoked.speaker().standing() : actor.standing();
        return standing.atLeast(Standing.MODERATOR)
                || table.parts(tx.read(), source).stream()
                        .map(part -> part.said().author())
                        .anyMatch(author -> author.equals(invoked.speaker().id().toString())
                                || (actor != null
                                        && actor.accounts().stream()
                                                .anyMatch(account ->
                                                        account.toString().equals(author))));
    }

    /** What could not be taken away is told to the moderators, since it still stands there. */
    List<Post> failed(Undeliverable lost) {
        List<Post> posts = new ArrayList<>();
        if (lost.what() instanceof Delete delete && delete.ref().equals(Bridge.GONE)) {
            Phrase stays = Phrase.of(
                    "bridge.stays",
                    Notices.name(delete.room(), settings),
                    Text.of(delete.message().toString()),
                    lost.reason());
            for (RoomId room : settings.moderators()) {
                posts.add(new Post(
                        room, Document.of(stays), settings.language(room), null, null, Bridge.NAME + ":stays"));
            }
        }
        return posts;
    }

    private static Respond answer(CommandInvoked invoked, Tx tx, String phrase) {
        Actor actor = tx.actor();
        Language known = actor == null ? invoked.speaker().language() : actor.language();
        return new Respond(
                invoked.reply(),
                Document.of(Phrase.of(phrase)),
                known == null ? Language.EN : known,
                true,
                Bridge.NAME + ":" + COMMAND);
    }
}
