package lyceum.community.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Place.HearingGap;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.MessageReleased;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Wish;
import org.jspecify.annotations.Nullable;

/** Repeats in the joined rooms what people say in one of them, and remembers which message is a copy of which. */
public final class Bridge implements Feature {
    static final String NAME = "bridge";

    private final BridgeSettings settings;
    private final Joined joined;
    private final Notices notices;
    private final Names names;
    private final Pause pause;
    private final CopyTable table = new CopyTable();

    public Bridge(BridgeSettings settings) {
        this.settings = settings;
        joined = new Joined(settings.links());
        notices = new Notices(settings);
        names = new Names(settings.name(), Phrases.of(NAME));
        pause = new Pause(
                settings, (posted, tx) -> copies(posted, Copies.waited(posted, tx.now(), settings.zone()), tx));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(
                MessagePosted.class,
                MessageReleased.class,
                MessageEdited.class,
                MessageDeleted.class,
                Delivered.class,
                TimerFired.class,
                RoomChanged.class,
                HearingGap.class);
    }

    @Override
    public List<Command> commands() {
        return List.of(Pause.command());
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case MessagePosted posted
            when mayBeRelayed(posted.speaker(), wishes(tx.actor())) -> relay(posted, Copies.of(posted), tx);
            case MessageReleased released
            when mayBeRelayed(released.speaker(), released.wishes()) -> release(released.posted(), tx);
            case MessageEdited edited -> {
                pause.change(edited, tx);
                yield Reaction.NONE;
            }
            case CommandInvoked invoked when invoked.command().equals(Pause.COMMAND) -> pause.on(invoked, tx);
            case TimerFired fired when fired.timer().equals(Pause.GO_ON) -> Reaction.of(pause.goOn(tx));
            case MessageDeleted deleted -> takeBack(deleted.message(), tx);
            case Delivered delivered when delivered.what() instanceof Post post -> keep(post, delivered.messages(), tx);
            case RoomChanged changed -> tell(changed.room(), tx);
            case HearingGap gap -> Reaction.of(notices.gap(gap));
            default -> Reaction.NONE;
        };
    }

    private static boolean mayBeRelayed(Speaker speaker, Set<Wish> wishes) {
        return !speaker.bot() && !wishes.contains(Wish.NOT_RELAYED);
    }

    private static Set<Wish> wishes(@Nullable Actor actor) {
        return actor == null ? Set.of() : actor.wishes();
    }

    private Reaction release(MessagePosted posted, Tx tx) {
        if (table.takenBack(tx.read(), posted.message())) {
            table.bringBack(tx.write(), posted.message());
        }
        return relay(posted, Copies.late(posted, tx.now(), settings.zone()), tx);
    }

    private Reaction relay(MessagePosted posted, Document document, Tx tx) {
        boolean nowhere = joined.with(posted.message().room()).isEmpty()
                || document.blocks().isEmpty();
        return nowhere || pause.keeps(posted, tx) ? Reaction.NONE : Reaction.of(copies(posted, document, tx));
    }

    private List<Effect> copies(MessagePosted posted, Document document, Tx tx) {
        List<Effect> posts = new ArrayList<>();
        for (RoomId room : joined.with(posted.message().room())) {
            Language language = settings.language(room);
            Speaker speaker = posted.speaker();
            Voice voice = new Voice(names.honest(speaker.name(), language), speaker.avatar());
            MessageId replyTo = counterpart(posted.replyTo(), room, tx);
            posts.add(new Post(room, document, language, voice, replyTo, NAME + ":" + posted.message()));
        }
        return posts;
    }

    private @Nullable MessageId counterpart(@Nullable MessageId message, RoomId room, Tx tx) {
        return message == null
                ? null
                : table.counterpart(tx.read(), message, room).orElse(null);
    }

    private Reaction takeBack(MessageId source, Tx tx) {
        if (joined.with(source.room()).isEmpty()) {
            return Reaction.NONE;
        }
        List<MessageId> copies = table.standing(tx.read(), source);
        table.takeBack(tx.write(), source);
        pause.forget(source, tx);
        return Reaction.of(copies.stream().map(Bridge::delete).toList());
    }

    private Reaction keep(Post post, List<MessageId> messages, Tx tx) {
        if (!post.ref().startsWith(NAME + ":") || !post.ref().contains("/")) {
            return Reaction.NONE;
        }
        MessageId source = MessageId.parse(post.ref().substring(NAME.length() + 1));
        return Reaction.of(messages.stream()
                .filter(copy -> table.keep(tx.write(), source, copy))
                .map(Bridge::delete)
                .toList());
    }

    private static Delete delete(MessageId copy) {
        return new Delete(copy, NAME + ":gone");
    }

    private Reaction tell(RoomId room, Tx tx) {
        if (joined.with(room).isEmpty()) {
            return Reaction.NONE;
        }
        String signature = joined.signature(room);
        if (table.told(tx.read(), room).filter(signature::equals).isPresent()) {
            return Reaction.NONE;
        }
        table.tell(tx.write(), room, signature);
        return Reaction.of(notices.of(room));
    }
}
