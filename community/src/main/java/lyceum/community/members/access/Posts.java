package lyceum.community.members.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lyceum.community.members.Directory;
import lyceum.community.members.access.PostTable.Heard;
import lyceum.community.members.access.SubscriberPost.Content;
import lyceum.kernel.document.Block.File;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Edits;

/** Words and files that only those get who have a plan: everybody sees that they are there. Its phrases stand with those of access. */
final class Posts implements Feature {
    static final String NAME = "posts";
    static final String OPEN = "open";
    static final String OPEN_BUTTON = NAME + ":open:";
    static final String REMOVE_BUTTON = NAME + ":remove:";
    private static final String POST = "post-for";
    private static final String CARD = NAME + ":card:";
    private static final String PURGE = NAME + ":purge";
    private static final String PLAN = "plan";
    private static final String TEXT = "text";
    private static final String NUMBER = "number";
    private static final List<String> REMOVE = List.of("remove", "撤回");
    private static final Duration KEPT = Duration.ofDays(7);

    private final AccessSettings settings;
    private final List<RoomId> rooms;
    private final PostTable table = new PostTable();
    private final PostCards cards;
    private final Opening opening;

    /** @param rooms where its cards stand */
    Posts(AccessSettings settings, Directory directory, BookTable books, List<RoomId> rooms) {
        this.settings = settings;
        this.rooms = List.copyOf(rooms);
        this.cards = new PostCards(settings.plans());
        this.opening = new Opening(settings, directory, books, table);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(
                MessagePosted.class,
                MessageEdited.class,
                MessageDeleted.class,
                ChoiceMade.class,
                Delivered.class,
                TimerFired.class,
                MemberForgotten.class);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                                POST,
                                List.of("专享发布"),
                                Phrase.of("access.post-for"),
                                List.of(option(PLAN, false), option(TEXT, false)),
                                Standing.CREATOR)
                        .pointing(),
                new Command(
                        OPEN, List.of("打开"), Phrase.of("access.open"), List.of(option(NUMBER, true)), Standing.FAN));
    }

    private static Option option(String name, boolean required) {
        return new Option(name, Phrase.of("access.post-option-" + name), required, List.of());
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return Reaction.of(
                switch (event) {
                    case MessagePosted said ->
                        heard(said.message(), said.speaker(), content(said.text(), said.attachments()), tx);
                    case MessageEdited said ->
                        heard(said.message(), said.speaker(), content(said.text(), said.attachments()), tx);
                    case MessageDeleted deleted -> {
                        table.forget(tx.write(), deleted.message());
                        yield List.of();
                    }
                    case Asking asking -> asked(asking, tx);
                    case Delivered delivered
                    when delivered.what() instanceof Post post && post.ref().startsWith(CARD) ->
                        stands(Long.parseLong(post.ref().substring(CARD.length())), delivered.messages(), tx);
                    case TimerFired fired when fired.timer().equals(PURGE) -> purged(tx);
                    case MemberForgotten forgotten -> forgotten(forgotten, tx);
                    default -> List.of();
                });
    }

    private List<Effect> asked(Asking asking, Tx tx) {
        return switch (asking) {
            case CommandInvoked asked when asked.command().equals(POST) -> post(asked, tx);
            case CommandInvoked asked
            when asked.command().equals(OPEN) ->
                opening.open(asked, asked.options().getOrDefault(NUMBER, ""), tx);
            case ChoiceMade made
            when made.choice().startsWith(OPEN_BUTTON) ->
                opening.open(made, made.choice().substring(OPEN_BUTTON.length()), tx);
            case ChoiceMade made
            when made.choice().startsWith(REMOVE_BUTTON) ->
                remove(made, made.choice().substring(REMOVE_BUTTON.length()), tx);
            default -> List.of();
        };
    }

    private static Content content(Text words, List<Attachment> attachments) {
        return new Content(
                words,
                attachments.stream()
                        .map(file -> new File(file.name(), file.size(), file.source()))
                        .toList());
    }

    /** What creators say is kept for a few days, so that they can point at it. */
    private List<Effect> heard(MessageId message, Speaker speaker, Content content, Tx tx) {
        Actor actor = tx.actor();
        Standing standing = actor == null ? speaker.standing() : actor.standing();
        if (settings.plans().isEmpty() || content.isEmpty() || !standing.atLeast(Standing.CREATOR)) {
            return List.of();
        }
        table.heard(tx.write(), message, new Heard(speaker.id(), content), tx.now());
        table.purge(tx.write(), tx.now().minus(KEPT));
        return List.of(new SetTimer(PURGE, tx.now().plus(KEPT), ""));
    }

    private List<Effect> purged(Tx tx) {
        table.purge(tx.write(), tx.now().minus(KEPT).plusMillis(1));
        return List.of();
    }

    private List<Effect> post(CommandInvoked asked, Tx tx) {
        String typed = asked.options().getOrDefault(PLAN, "").strip();
        String words = asked.options().getOrDefault(TEXT, "").strip();
        if (REMOVE.contains(typed.toLowerCase(Locale.ROOT))) {
            return remove(asked, words, tx);
        }
        if (settings.plans().isEmpty()) {
            return answer(asked, "access.post-no-plans", tx);
        }
        if (typed.isEmpty() && settings.plans().size() > 1) {
            return List.of(opening.answer(asked, cards.which(), tx));
        }
        Optional<Plan> plan =
                typed.isEmpty() ? Optional.of(settings.plans().getFirst()) : Plan.named(settings.plans(), typed);
        return plan.map(found -> post(asked, found, words, tx))
                .orElseGet(() -> List.of(opening.answer(asked, AccessCard.noPlan(settings, typed), tx)));
    }

    private List<Effect> post(CommandInvoked asked, Plan plan, String words, Tx tx) {
        MessageId about = asked.about();
        Heard pointed = about == null
                ? new Heard(asked.speaker().id(), Content.EMPTY)
                : table.heard(tx.read(), about, tx.now().minus(KEPT)).orElse(null);
        if (pointed == null) {
            return answer(asked, "access.post-not-heard", tx);
        }
        if (!opening.accounts(asked, tx).contains(pointed.author())) {
            return answer(asked, "access.post-not-yours", tx);
        }
        Text said = words.isEmpty() ? pointed.content().words() : Text.of(words);
        Content content = new Content(said, pointed.content().files());
        if (content.isEmpty()) {
            return answer(asked, "access.post-empty", tx);
        }
        SubscriberPost post =
                table.add(tx.write(), plan.name(), new Heard(asked.speaker().id(), content), tx.now());
        List<Effect> effects = new ArrayList<>();
        for (RoomId room : rooms) {
            effects.add(new Post(room, cards.card(post, room), settings.language(room), null, null, CARD + post.id()));
        }
        effects.add(opening.answer(asked, cards.posted(post), tx));
        return effects;
    }

    private List<Effect> remove(Asking asking, String typed, Tx tx) {
        if (!Opening.standing(asking, tx).atLeast(Standing.CREATOR)) {
            return answer(asking, "access.not-you", tx);
        }
        SubscriberPost post = opening.find(typed, tx).orElse(null);
        if (post == null || post.gone()) {
            return answer(asking, post == null ? "access.post-unknown" : "access.post-gone", tx);
        }
        List<Effect> effects = new ArrayList<>(takeBack(post.id(), tx));
        effects.addAll(answer(asking, "access.post-removed", tx));
        return effects;
    }

    private List<Effect> takeBack(long id, Tx tx) {
        table.takeBack(tx.write(), id);
        return table.standing(tx.read(), id).stream()
                .map(message -> withdrawn(message, tx))
                .toList();
    }

    /** A card says that it is gone, or goes itself where nothing can be changed. */
    private Effect withdrawn(MessageId card, Tx tx) {
        return tx.can(card.room(), Edits.class)
                ? new Edit(card, PostCards.gone(), settings.language(card.room()), NAME + ":gone")
                : new Delete(card, NAME + ":gone");
    }

    /** What was taken back while its card was on its way is withdrawn at once. */
    private List<Effect> stands(long id, List<MessageId> messages, Tx tx) {
        messages.forEach(message -> table.stands(tx.write(), id, message));
        boolean gone = table.find(tx.read(), id).map(SubscriberPost::gone).orElse(true);
        return gone ? messages.stream().map(message -> withdrawn(message, tx)).toList() : List.of();
    }

    private List<Effect> forgotten(MemberForgotten forgotten, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        table.by(tx.read(), forgotten.accounts()).forEach(id -> effects.addAll(takeBack(id, tx)));
        forgotten.accounts().forEach(account -> table.forget(tx.write(), account));
        return effects;
    }

    private List<Effect> answer(Asking asking, String phrase, Tx tx) {
        return List.of(opening.answer(asking, Document.of(Phrase.of(phrase)), tx));
    }
}
