package lyceum.community.bridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.OpenThread;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.Share;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Answer.Undeliverable;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MemberJoined;
import lyceum.kernel.event.People.MemberLeft;
import lyceum.kernel.event.Place.HearingGap;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.event.Place.ThreadChanged;
import lyceum.kernel.event.Place.ThreadGone;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.MessageReleased;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Merges;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Wish;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Repeats in the joined rooms what people say in one of them, and remembers which message is a copy of which. */
public final class Bridge implements Merges {
    static final String NAME = "bridge";
    /** What the deletion of a source or a copy is called. */
    static final String GONE = NAME + ":gone";

    /** What was said before is caught up with, beside what is said now, and marked with its time. */
    private static final Duration LATELY = Duration.ofMinutes(5);

    private final BridgeSettings settings;
    private final CopyTable table = new CopyTable();
    private final Excerpts excerpts = new Excerpts();
    private final Joined joined;
    private final Threads threads;
    private final Notices notices;
    private final Pause pause;
    private final Carriage carriage;
    private final Sharing sharing;
    private final Edits edits;
    private final Removals removals;
    private final Comings comings;
    private final Reactions reactions = new Reactions(table);

    /** In a community where nobody is known to have two accounts. */
    public Bridge(BridgeSettings settings) {
        this(settings, Accounts.NONE);
    }

    /** @param accounts by which people are mentioned on each platform */
    public Bridge(BridgeSettings settings, Accounts accounts) {
        this.settings = settings;
        joined = new Joined(settings.links());
        notices = new Notices(settings);
        threads = new Threads(joined);
        comings = new Comings(settings, joined);
        sharing = new Sharing(settings, table);
        carriage = new Carriage(
                settings,
                table,
                new Carriage.Wording(new Answering(table, sharing, excerpts), threads, new Mentions(accounts)));
        pause = new Pause(settings, (waited, tx) -> carriage.carry(waited, Manner.WAITED, tx));
        edits = new Edits(settings, table, carriage, sharing);
        removals = new Removals(settings, table, new Removals.Kept(pause, threads, sharing, reactions, excerpts));
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
                ReactionChanged.class,
                Delivered.class,
                Undeliverable.class,
                TimerFired.class,
                RoomChanged.class,
                ThreadChanged.class,
                ThreadGone.class,
                MemberForgotten.class,
                MemberJoined.class,
                MemberLeft.class,
                HearingGap.class);
    }

    @Override
    public List<Command> commands() {
        return List.of(Pause.command(), Removals.command());
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case MessagePosted posted
            when mayBeRelayed(posted.speaker(), wishes(tx.actor())) -> relay(posted, manner(posted, tx), tx);
            case MessageReleased released
            when mayBeRelayed(released.speaker(), released.wishes()) -> release(released.posted(), tx);
            case MessageEdited edited -> follow(edited, tx);
            case CommandInvoked invoked when invoked.command().equals(Pause.COMMAND) -> pause.on(invoked, tx);
            case CommandInvoked invoked when invoked.command().equals(Removals.COMMAND) -> removals.on(invoked, tx);
            case TimerFired fired when fired.timer().equals(Pause.GO_ON) -> Reaction.of(pause.goOn(tx));
            case TimerFired fired when fired.timer().startsWith(Comings.TELL) -> Reaction.of(comings.tell(fired, tx));
            case MemberJoined came -> came(came.speaker(), came.room(), came.key() != null, tx);
            case MemberLeft left -> left(left, tx);
            case MessageDeleted deleted -> deleted(deleted.message(), tx);
            case ReactionChanged changed
            when mayBeRelayed(changed.speaker(), wishes(tx.actor())) -> Reaction.of(reactions.changed(changed, tx));
            case Delivered delivered when delivered.what() instanceof Post post -> keep(post, delivered, tx);
            case Delivered delivered
            when delivered.what() instanceof OpenThread open ->
                arrived(open, delivered.messages().getFirst().room(), tx);
            case Undeliverable lost when lost.what() instanceof OpenThread open -> arrived(open, open.room(), tx);
            case Undeliverable lost -> lost(lost, tx);
            case RoomChanged changed -> tell(changed.room(), tx);
            case ThreadChanged changed -> Reaction.of(threads.changed(changed, tx));
            case ThreadGone gone -> {
                threads.gone(gone.thread(), tx);
                yield Reaction.NONE;
            }
            case MemberForgotten forgotten -> forget(forgotten, tx);
            case HearingGap gap -> Reaction.of(notices.gap(gap));
            default -> Reaction.NONE;
        };
    }

    @Override
    public boolean merges(Post post) {
        return Sharing.mayShare(post);
    }

    @Override
    public Post merged(List<Post> posts, Duration span) {
        return sharing.merged(posts, span);
    }

    /** The message of which another is a copy; itself where it is none. For those who know a message by what was said first. */
    public MessageId origin(Handle read, MessageId message) {
        return table.part(read, message).map(part -> part.said().source()).orElse(message);
    }

    private static Manner manner(MessagePosted posted, Tx tx) {
        return posted.at().isBefore(tx.now().minus(LATELY)) ? Manner.CAUGHT_UP : Manner.PROMPT;
    }

    private boolean mayBeRelayed(@Nullable Speaker speaker, Set<Wish> wishes) {
        return (speaker == null || settings.repeats(speaker)) && !wishes.contains(Wish.NOT_RELAYED);
    }

    private static Set<Wish> wishes(@Nullable Actor actor) {
        return actor == null ? Set.of() : actor.wishes();
    }

    /** Whose being there was only found out did not come just now. */
    private Reaction came(Speaker speaker, RoomId room, boolean justNow, Tx tx) {
        return justNow && mayBeRelayed(speaker, wishes(tx.actor()))
                ? Reaction.of(comings.noted(speaker, room, true, tx))
                : Reaction.NONE;
    }

    private Reaction left(MemberLeft left, Tx tx) {
        return mayBeRelayed(left.speaker(), wishes(tx.actor()))
                ? Reaction.of(comings.noted(left.speaker(), left.room(), false, tx))
                : Reaction.NONE;
    }

    private Reaction release(MessagePosted posted, Tx tx) {
        if (table.takenBack(tx.read(), posted.message())) {
            table.bringBack(tx.write(), posted.message());
        }
        return relay(posted, Manner.LATE, tx);
    }

    private Reaction relay(MessagePosted posted, Manner manner, Tx tx) {
        if (!threads.isRead(posted.message().room(), tx) || Copies.isEmpty(posted)) {
            return Reaction.NONE;
        }
        excerpts.keep(posted.message(), posted.speaker(), posted.text());
        return pause.keeps(posted, tx) ? Reaction.NONE : Reaction.of(carriage.carry(posted, manner, tx));
    }

    /** What waited for a thread is said in it, or, where there will be none, in the room that it should hang from. */
    private Reaction arrived(OpenThread open, RoomId thread, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        threads.arrived(open, thread, tx)
                .ifPresent(arrived -> arrived.waiting()
                        .forEach(waited ->
                                effects.addAll(carriage.carry(waited, Manner.PROMPT, List.of(arrived.room()), tx))));
        return Reaction.of(effects);
    }

    private Reaction follow(MessageEdited edited, Tx tx) {
        if (!threads.isRead(edited.message().room(), tx)) {
            return Reaction.NONE;
        }
        excerpts.keep(edited.message(), edited.speaker(), edited.text());
        pause.change(edited, tx);
        threads.change(edited, tx);
        return Reaction.of(edits.follow(edited, tx));
    }

    private Reaction deleted(MessageId message, Tx tx) {
        return threads.isRead(message.room(), tx) ? Reaction.of(removals.deleted(message, tx)) : Reaction.NONE;
    }

    private Reaction keep(Post post, Delivered delivered, Tx tx) {
        Ref ref = Ref.parse(post.ref()).orElse(null);
        if (ref == null) {
            return Reaction.NONE;
        }
        CopyTable.Since since = table.since(tx.read(), ref.source());
        Share share = delivered.share();
        List<Effect> effects = new ArrayList<>();
        for (MessageId copy : delivered.messages()) {
            int line = share == null ? Part.ALONE : share.place();
            boolean stays = table.keep(tx.write(), ref, copy, line) && !since.takenBack();
            if (since.takenBack()) {
                table.takeBack(tx.write(), ref.source());
            }
            if (share != null) {
                effects.addAll(shared(post, copy, share, tx));
            } else if (!stays) {
                effects.add(new Delete(copy, GONE));
            } else if (since.reworded()) {
                effects.addAll(edits.arrived(post, ref, copy, tx));
            }
            if (stays && since.reacted()) {
                effects.addAll(reactions.arrived(ref.source(), tx));
            }
        }
        return Reaction.of(effects);
    }

    /** Nothing is set right before the last line is known: the message would be written without those that are still to come. */
    private List<? extends Effect> shared(Post post, MessageId copy, Share share, Tx tx) {
        sharing.keep(copy, share.place(), post, tx);
        return share.place() == share.of() - 1 ? edits.arrived(copy, tx) : List.of();
    }

    /** Their words are kept nowhere; which message is a copy of which is, so that it can still be taken away. */
    private Reaction forget(MemberForgotten forgotten, Tx tx) {
        forgotten.accounts().forEach(account -> {
            table.forget(tx.write(), account);
            comings.forget(account, tx);
        });
        excerpts.forgetAll();
        return Reaction.NONE;
    }

    /** What a thread does not take is said in the room that it hangs from. */
    private Reaction lost(Undeliverable lost, Tx tx) {
        if (!(lost.what() instanceof Post post)) {
            return Reaction.of(removals.failed(lost));
        }
        Ref ref = Ref.parse(post.ref()).orElse(null);
        if (ref == null) {
            return Reaction.NONE;
        }
        RoomId above = threads.above(post.room(), ref.source().room(), tx).orElse(null);
        if (above == null) {
            table.lose(tx.write(), ref, post.room());
            return Reaction.NONE;
        }
        table.move(tx.write(), ref, post.room(), above);
        return Reaction.of(carriage.above(post, above, ref, tx));
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
