package lyceum.scheduler.announcements;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import lyceum.scheduler.recurrence.Refused;
import lyceum.scheduler.recurrence.Times;

/** Says one thing in every room, in the language of each, now or at a time, and changes it everywhere later. */
public final class Announcements implements Feature {
    private static final String NAME = "announcements";
    private static final String ANNOUNCE = "announce";
    private static final String EDIT = "announce-edit";
    private static final String PREFIX = NAME + ":";

    private final AnnouncementSettings settings;
    private final DraftTable table = new DraftTable();
    private final Times times = new Times();

    public Announcements(AnnouncementSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(TimerFired.class, Delivered.class);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        ANNOUNCE,
                        List.of("公告"),
                        Phrase.of("announcements.announce"),
                        List.of(option("text", true), option("at", false), option("preview", false)),
                        Standing.CREATOR),
                new Command(
                        EDIT,
                        List.of("改公告"),
                        Phrase.of("announcements.announce-edit"),
                        List.of(option("id", true), option("text", true)),
                        Standing.CREATOR));
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case TimerFired fired
            when fired.timer().startsWith(PREFIX) ->
                Reaction.of(tell(tx, Long.parseLong(fired.timer().substring(PREFIX.length()))));
            case Delivered delivered
            when delivered.what() instanceof Post post && post.ref().startsWith(PREFIX) -> {
                long id = Long.parseLong(post.ref().substring(PREFIX.length()));
                delivered.messages().forEach(message -> table.stands(tx.write(), id, message));
                yield Reaction.NONE;
            }
            case CommandInvoked asked when asked.command().equals(ANNOUNCE) -> Reaction.of(announce(asked, tx));
            case CommandInvoked asked when asked.command().equals(EDIT) -> Reaction.of(edit(asked, tx));
            default -> Reaction.NONE;
        };
    }

    private List<Effect> announce(CommandInvoked asked, Tx tx) {
        String words = asked.options().getOrDefault("text", "");
        Draft draft = Draft.of(words);
        if (draft.isEmpty()) {
            return List.of(answer(asked, tx, Document.of(Phrase.of("announcements.empty"))));
        }
        if (asked.options().containsKey("preview")) {
            return List.of(answer(asked, tx, preview(draft)));
        }
        String at = asked.options().getOrDefault("at", "").strip();
        try {
            return at.isEmpty() ? now(asked, tx, words) : later(asked, tx, words, at);
        } catch (Refused e) {
            return List.of(answer(asked, tx, Document.of(e.phrase())));
        }
    }

    private List<Effect> now(CommandInvoked asked, Tx tx, String words) {
        long id = table.add(tx.write(), words, tx.now());
        List<Effect> effects = new ArrayList<>(tell(tx, id));
        effects.add(answer(asked, tx, said("announcements.told", id)));
        return effects;
    }

    private List<Effect> later(CommandInvoked asked, Tx tx, String words, String at) throws Refused {
        Actor actor = tx.actor();
        Instant due = times.local(at)
                .atZone(actor == null ? ZoneOffset.UTC : actor.zone())
                .toInstant();
        if (!due.isAfter(tx.now())) {
            return List.of(answer(asked, tx, Document.of(Phrase.of("announcements.past"))));
        }
        long id = table.add(tx.write(), words, due);
        return List.of(new SetTimer(PREFIX + id, due, ""), answer(asked, tx, said("announcements.planned", id)));
    }

    private List<Effect> tell(Tx tx, long id) {
        Draft draft = table.find(tx.read(), id).orElse(null);
        if (draft == null || !table.told(tx.write(), id)) {
            return List.of();
        }
        List<Effect> posts = new ArrayList<>();
        for (RoomId room : settings.rooms()) {
            Language language = settings.languages().get(room);
            posts.add(new Post(
                    room,
                    draft.document(language),
                    language == null ? Language.EN : language,
                    null,
                    null,
                    PREFIX + id));
        }
        return posts;
    }

    private List<Effect> edit(CommandInvoked asked, Tx tx) {
        String typed = asked.options().getOrDefault("id", "").strip().replaceFirst("^#", "");
        String words = asked.options().getOrDefault("text", "");
        long id = typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
        if (table.find(tx.read(), id).isEmpty()) {
            return List.of(answer(asked, tx, Document.of(Phrase.of("announcements.unknown"))));
        }
        if (Draft.of(words).isEmpty()) {
            return List.of(answer(asked, tx, Document.of(Phrase.of("announcements.empty"))));
        }
        table.change(tx.write(), id, words);
        List<Effect> effects = new ArrayList<>();
        for (MessageId message : table.standing(tx.read(), id)) {
            Language language = settings.languages().get(message.room());
            effects.add(new Edit(
                    message,
                    Draft.of(words).document(language),
                    language == null ? Language.EN : language,
                    NAME + ":edit"));
        }
        effects.add(answer(asked, tx, said("announcements.changed", id)));
        return effects;
    }

    private static Document preview(Draft draft) {
        return new Document(
                List.of(
                        new Block.Fields(List.of(
                                new Block.Field(Phrase.of("announcements.in-english"), words(draft, Language.EN)),
                                new Block.Field(Phrase.of("announcements.in-chinese"), words(draft, Language.ZH)))),
                        new Block.Paragraph(Phrase.of("announcements.preview-only"))),
                List.of());
    }

    private static Say words(Draft draft, Language language) {
        String own = language == Language.ZH ? draft.chinese() : draft.english();
        String other = language == Language.ZH ? draft.english() : draft.chinese();
        return Text.of(own.isEmpty() ? other : own);
    }

    private static Document said(String phrase, long id) {
        return Document.of(Phrase.of(phrase, String.valueOf(id)));
    }

    private static Respond answer(CommandInvoked asked, Tx tx, Document document) {
        Actor actor = tx.actor();
        return new Respond(
                asked.reply(), document, actor == null ? Language.EN : actor.language(), true, NAME + ":answer");
    }

    private static Option option(String name, boolean required) {
        return new Option(name, Phrase.of("announcements.option-" + name), required, List.of());
    }
}
