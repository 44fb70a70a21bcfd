package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import lyceum.sandbox.world.Change;
import lyceum.sandbox.world.Change.Kind;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Wire;
import lyceum.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** Everything that exists on this Twitch. One lock guards it; those who wait for a change are woken by each. */
final class Twitch implements AutoCloseable {
    private final World world;
    private final Wire wire;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Accounts accounts;
    private final Tokens tokens = new Tokens();
    private final Channel channel = new Channel();
    private final Wording wording = new Wording(channel);
    private final Chat chat;
    private final EventSub eventSub;
    private final Store store;

    Twitch(World world, Wire wire) {
        this.world = world;
        this.wire = wire;
        this.accounts = new Accounts(world.people());
        this.chat = new Chat(wire.faults());
        this.eventSub = new EventSub(world.clock(), wire.faults());
        this.store = new Store(world.chronicle("twitch"), accounts);
        store.restore(channel);
    }

    /** Does something in one piece. */
    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Asks after every change until there is an answer or the patience (real time) ends, then null. */
    <T> @Nullable T await(Supplier<@Nullable T> question, long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            T answer = question.get();
            while (answer == null && left > 0) {
                left = changed.awaitNanos(left);
                answer = question.get();
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }

    World world() {
        return world;
    }

    Wire wire() {
        return wire;
    }

    Instant now() {
        return world.clock().now();
    }

    Accounts accounts() {
        return accounts;
    }

    Tokens tokens() {
        return tokens;
    }

    Channel channel() {
        return channel;
    }

    Wording wording() {
        return wording;
    }

    Chat chat() {
        return chat;
    }

    EventSub eventSub() {
        return eventSub;
    }

    /** A line as somebody would say it now. */
    Line line(Account from, String text, @Nullable String replyTo, int bits) {
        return new Line(UUID.randomUUID().toString(), from, text, replyTo, bits, now());
    }

    /** The line stands, and everybody in the chat hears it but the connection that sent it. */
    Line post(Line line, @Nullable IrcSession but) {
        channel.keep(line);
        store.posted(line);
        chat.tell("PRIVMSG #" + Channel.NAME, but, tagged -> wording.privmsg(line, tagged));
        eventSub.tell("channel.chat.message", Happenings.message(line, channel));
        tell(line, Kind.POSTED);
        return line;
    }

    void delete(Line line) {
        channel.remove(line.id());
        store.removed(line);
        long now = now().toEpochMilli();
        chat.tell("CLEARMSG #" + Channel.NAME, null, tagged -> Wording.clearmsg(line, now, tagged));
        eventSub.tell("channel.chat.message_delete", Happenings.deleted(line));
        tell(line, Kind.DELETED);
    }

    /** Silences an account and takes away all that it said. */
    void ban(Account account, Ban ban, long seconds) {
        channel.bans().put(account.id(), ban);
        List<Line> gone = channel.removeIf(line -> line.from().id().equals(account.id()));
        store.banned(account, ban);
        gone.forEach(store::removed);
        long now = now().toEpochMilli();
        chat.tell("CLEARCHAT #" + Channel.NAME, null, tagged -> Wording.clearchat(account, seconds, now, tagged));
        eventSub.tell("channel.chat.clear_user_messages", Happenings.cleared(account));
        gone.forEach(line -> tell(line, Kind.DELETED));
    }

    void unban(Account account) {
        channel.bans().remove(account.id());
        store.banned(account, null);
    }

    /** Gives an account a subscription, or takes it where {@code tier} is null. */
    void subscribe(Account account, @Nullable String tier) {
        if (tier == null) {
            channel.subscribers().remove(account.id());
        } else {
            channel.subscribers().put(account.id(), tier);
        }
        store.subscribed(account, tier);
    }

    void notice(Account account, Wording.Notice notice) {
        chat.tell("USERNOTICE #" + Channel.NAME, null, tagged -> wording.usernotice(account, notice, tagged));
    }

    void live(boolean on) {
        channel.live(on ? now() : null);
        store.live(channel.liveSince());
        ObjectNode event = on
                ? Happenings.channel()
                        .put("id", Long.toString(now().toEpochMilli()))
                        .put("type", "live")
                        .put("started_at", Json.time(now()))
                : Happenings.channel();
        eventSub.tell(on ? "stream.online" : "stream.offline", event);
    }

    private void tell(Line line, Kind kind) {
        changed.signalAll();
        world.feed().tell(() -> {
            Account from = line.from();
            return new Change(
                    "twitch", Channel.NAME, line.id(), kind, from.name(), line.text(), from.bot(), System.nanoTime());
        });
    }

    @Override
    public void close() {
        chat.close();
        eventSub.close();
        store.close();
    }
}
