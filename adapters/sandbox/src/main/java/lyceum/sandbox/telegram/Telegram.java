package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import lyceum.sandbox.world.Change.Kind;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Person;
import lyceum.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** Everything that exists on this Telegram: chats, bots, files. One lock guards it; whoever waits is woken by the change they wait for. */
final class Telegram implements AutoCloseable {
    static final long FIRST_PERSON = 5_000_000_000L;

    private final World world;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Waiter<?>> waiters = new LinkedHashSet<>();
    private boolean changed;
    private final Map<Long, Room> rooms = new LinkedHashMap<>();
    private final Map<Long, Long> upgraded = new HashMap<>(Map.of(FirstWorld.FORMER_GENERAL, FirstWorld.GENERAL));
    private final Map<Long, Bot> bots = new LinkedHashMap<>();
    private final FileShelf files = new FileShelf();
    private final Store store;
    private final Announcements announcements = new Announcements(this);
    private final Sales sales = new Sales();
    private long serial;

    private Telegram(World world) {
        this.world = world;
        this.store = new Store(world.chronicle("telegram"));
    }

    /** The world as {@link FirstWorld} makes it, and what happened in it before the last stop. */
    static Telegram open(World world) {
        Telegram telegram = new Telegram(world);
        FirstWorld.build(telegram);
        telegram.store.restore(telegram);
        return telegram;
    }

    /** Does something in one piece. */
    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            if (changed && lock.getHoldCount() == 1) {
                changed = false;
                waiters.removeIf(Waiter::answered);
            }
            lock.unlock();
        }
    }

    /** Asks after every change until there is an answer or the patience (real time) ends, then null. */
    <T> @Nullable T await(Supplier<@Nullable T> question, long millis) throws InterruptedException {
        Waiter<T> waiter = new Waiter<>(question, new CompletableFuture<>());
        locked(() -> waiter.answered() || waiters.add(waiter));
        try {
            return waiter.answer().get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return locked(question);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            locked(() -> waiters.remove(waiter));
        }
    }

    /** Somebody who waits for the first answer to a question. */
    private record Waiter<T>(Supplier<@Nullable T> question, CompletableFuture<T> answer) {
        private boolean answered() {
            T found = question.get();
            return found != null && answer.complete(found);
        }
    }

    /** Something changed: whoever reads their answer in it waits no longer than until the change is whole. */
    void wake() {
        changed = true;
    }

    World world() {
        return world;
    }

    /** The world's time in Unix seconds. */
    long now() {
        return world.clock().millis() / 1000;
    }

    FileShelf files() {
        return files;
    }

    Store store() {
        return store;
    }

    Announcements announcements() {
        return announcements;
    }

    Sales sales() {
        return sales;
    }

    /** A number that was not given before, for ids that mean nothing. */
    long serial() {
        return now() * 1_000_000 + ++serial % 1_000_000;
    }

    /** Where groups stand now that became supergroups, by the ids that they had. */
    Map<Long, Long> upgraded() {
        return upgraded;
    }

    Map<Long, Room> rooms() {
        return rooms;
    }

    Map<Long, Bot> bots() {
        return bots;
    }

    /** The bot whom the sandbox's people mean when they name none. */
    Bot hub() {
        return java.util.Objects.requireNonNull(bots.get(FirstWorld.HUB));
    }

    @Nullable
    Account account(long id) {
        Bot bot = bots.get(id);
        if (bot != null) {
            return bot.account;
        }
        Person person = world.people().numbered(id - FIRST_PERSON);
        return person == null ? null : account(person);
    }

    Account known(long id) {
        return java.util.Objects.requireNonNull(account(id));
    }

    List<Account> people() {
        return world.people().all().stream().map(Telegram::account).toList();
    }

    static Account account(Person person) {
        String language = person.login().equals("xiaoming") ? "zh-hans" : "en";
        return new Account(FIRST_PERSON + person.number(), false, person.name(), person.login(), language);
    }

    /** The private chat of a person and a bot, which begins when the person writes. */
    Room privateRoom(Bot bot, Account person) {
        return bot.privates().computeIfAbsent(person.id(), id -> {
            String name = "private/" + bot.id() + "/" + id;
            Room room = new Room(new Room.Face(id, Room.Kind.PRIVATE, name, person.username(), false, false));
            room.members().put(id, Membership.of(Standing.MEMBER));
            room.members().put(bot.id(), Membership.of(Standing.MEMBER));
            return room;
        });
    }

    /** The bot of a private chat. */
    Bot botOf(Room privateRoom) {
        return bots.values().stream()
                .filter(bot -> privateRoom.members().containsKey(bot.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Every chat, the private ones too. */
    List<Room> allRooms() {
        List<Room> all = new ArrayList<>(rooms.values());
        bots.values().forEach(bot -> all.addAll(bot.privates().values()));
        return all;
    }

    /** Sends a message: it gets an id, stands in the chat, and the bots who may see it get an update. */
    Post post(Room room, Draft draft) {
        long id = room.is(Room.Kind.PRIVATE) ? botOf(room).nextPrivateId() : room.nextId();
        Post post = new Post(id, (int) now(), draft);
        room.keep(post);
        store.posted(room, post);
        tell(room, post, Kind.POSTED);
        announcements.posted(room, post, false);
        wake();
        return post;
    }

    /** Tells of a message that was changed; keyboards and reactions change without an update. */
    void changed(Room room, Post post, boolean edited) {
        store.posted(room, post);
        tell(room, post, edited ? Kind.EDITED : Kind.OTHER);
        if (edited) {
            announcements.posted(room, post, true);
        }
        wake();
    }

    void remove(Room room, long id) {
        Post gone = room.post(id);
        room.remove(id);
        store.removed(room, id);
        if (gone != null) {
            tell(room, gone, Kind.DELETED);
        }
        wake();
    }

    private void tell(Room room, Post post, Kind kind) {
        if (post.said()) {
            world.feed().tell(() -> new RoomView(this).change(room, post, kind));
        }
    }

    /** Gives an account another place in a chat; the bots who may know are told. */
    void place(Room room, long account, Membership membership, Change change) {
        Membership before = room.membership(account, now());
        room.members().put(account, membership);
        store.placed(room, account, membership);
        announcements.placed(room, account, before, membership, change);
        wake();
    }

    /**
     * Who changed somebody's place, and how.
     *
     * @param more further fields of the update, such as the invite link
     */
    record Change(long by, ObjectNode more) {
        static Change by(long account) {
            return new Change(account, Json.object());
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            bots.values().forEach(bot -> bot.updates.close());
        } finally {
            lock.unlock();
        }
        store.close();
    }
}
