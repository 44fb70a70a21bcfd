package lyceum.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.kernel.live.Broadcast;
import lyceum.kernel.live.CutOff;
import lyceum.kernel.live.Happened;
import lyceum.kernel.live.Reply;
import lyceum.kernel.live.Word;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.params.XTrimParams;
import redis.clients.jedis.resps.StreamEntry;

/** The hub's end, over Redis Streams. */
public final class RedisBroadcast implements Broadcast {
    private static final Duration BEAT_LASTS = Duration.ofSeconds(4);
    private static final Duration REPLIES_LAST = Duration.ofMinutes(10);
    private static final int REPLIES_KEPT = 10_000;
    private static final int SIGNALS_KEPT = 200;
    private static final int MOST_AT_ONCE = 500;

    private final Server server;
    private String hub = "";
    private @Nullable StreamEntryID again;

    private RedisBroadcast(Server server) {
        this.server = server;
    }

    /** @throws IllegalArgumentException where that is no address of a Redis; asks it for nothing yet */
    public static RedisBroadcast at(String url) {
        return new RedisBroadcast(Server.at(url));
    }

    @Override
    public long begin(String name, long newest, String about) {
        hub = name;
        return server.ask(redis -> {
            String there = redis.get(Keys.BEAT);
            if (there != null && !there.equals(name)) {
                throw new CutOff("another hub uses this Redis; give each hub a database number of its own");
            }
            Map<String, String> before = redis.hgetAll(Keys.ABOUT);
            long stands = newestOf(redis);
            boolean another = !name.equals(before.get(Keys.HUB));
            String era = before.getOrDefault(Keys.ERA, "");
            if (another || stands > newest) {
                redis.del(Keys.HAPPENED, Keys.SIGNALS);
                era = UUID.randomUUID().toString();
                stands = 0;
            }
            redis.hset(Keys.ABOUT, Map.of(Keys.HUB, name, Keys.ERA, era, Keys.TEXT, about));
            group(redis);
            redis.set(Keys.BEAT, name, SetParams.setParams().px(BEAT_LASTS.toMillis()));
            return stands;
        });
    }

    /** The stream keeps its highest id when the record itself is gone. */
    private static long newestOf(RedisClient redis) {
        return redis.exists(Keys.HAPPENED)
                ? redis.xinfoStream(Keys.HAPPENED).getLastGeneratedId().getTime()
                : 0;
    }

    private static void group(RedisClient redis) {
        try {
            redis.xgroupCreate(Keys.SAID, Keys.GROUP, new StreamEntryID(0, 0), true);
        } catch (JedisDataException e) {
            if (!Objects.requireNonNullElse(e.getMessage(), "").startsWith("BUSYGROUP")) {
                throw e;
            }
        }
    }

    @Override
    public void publish(List<Happened> records, List<Long> gone) {
        server.ask(redis -> {
            try (var pipeline = redis.pipelined()) {
                for (Happened each : records) {
                    pipeline.xadd(Keys.HAPPENED, new StreamEntryID(each.number(), 0), Map.of(Keys.TEXT, each.text()));
                }
                if (!gone.isEmpty()) {
                    pipeline.xdel(
                            Keys.HAPPENED,
                            gone.stream()
                                    .map(number -> new StreamEntryID(number, 0))
                                    .toArray(StreamEntryID[]::new));
                }
                return done(pipeline.syncAndReturnAll());
            }
        });
    }

    /** A pipeline answers what went wrong in its midst instead of throwing it. */
    private static boolean done(List<Object> answers) {
        answers.stream()
                .filter(JedisDataException.class::isInstance)
                .map(JedisDataException.class::cast)
                .findFirst()
                .ifPresent(wrong -> {
                    throw wrong;
                });
        return true;
    }

    @Override
    public void trim(long before) {
        server.ask(redis -> redis.xtrim(
                Keys.HAPPENED, XTrimParams.xTrimParams().minId(before + "-0").approximateTrimming()));
    }

    @Override
    public void signal(List<String> texts) {
        server.ask(redis -> {
            try (var pipeline = redis.pipelined()) {
                texts.forEach(text -> pipeline.xadd(
                        Keys.SIGNALS,
                        XAddParams.xAddParams().maxLen(SIGNALS_KEPT).approximateTrimming(),
                        Map.of(Keys.TEXT, text)));
                return done(pipeline.syncAndReturnAll());
            }
        });
    }

    @Override
    public void reply(List<Reply> replies) {
        server.ask(redis -> {
            try (var pipeline = redis.pipelined()) {
                Set<String> processes = new HashSet<>();
                for (Reply reply : replies) {
                    String text = reply.text();
                    if (text != null) {
                        processes.add(reply.process());
                        pipeline.xadd(
                                Keys.replies(reply.process()),
                                XAddParams.xAddParams().maxLen(REPLIES_KEPT).approximateTrimming(),
                                Map.of(Keys.TEXT, text));
                    }
                }
                processes.forEach(process -> pipeline.expire(Keys.replies(process), REPLIES_LAST.toSeconds()));
                StreamEntryID[] done = replies.stream()
                        .map(Reply::ticket)
                        .distinct()
                        .map(StreamEntryID::new)
                        .toArray(StreamEntryID[]::new);
                if (done.length > 0) {
                    pipeline.xack(Keys.SAID, Keys.GROUP, done);
                    pipeline.xdel(Keys.SAID, done);
                }
                return done(pipeline.syncAndReturnAll());
            }
        });
    }

    @Override
    public void beat() {
        server.ask(redis -> redis.set(Keys.BEAT, hub, SetParams.setParams().px(BEAT_LASTS.toMillis())));
    }

    @Override
    public List<String> silent(Collection<String> processes) {
        List<String> asked = List.copyOf(processes);
        return server.ask(redis -> {
            try (var pipeline = redis.pipelined()) {
                var here = asked.stream()
                        .map(process -> pipeline.exists(Keys.here(process)))
                        .toList();
                pipeline.sync();
                return IntStream.range(0, asked.size())
                        .filter(i -> !here.get(i).get())
                        .mapToObj(asked::get)
                        .toList();
            }
        });
    }

    @Override
    public List<Word> take(boolean fromTheStart, Duration wait) {
        if (fromTheStart) {
            again = new StreamEntryID(0, 0);
        }
        StreamEntryID from = again;
        List<StreamEntry> taken = server.ask(redis -> read(redis, from, wait));
        if (from != null) {
            again = taken.isEmpty() ? null : taken.getLast().getID();
        }
        return taken.stream()
                .filter(entry -> entry.getFields() != null && entry.getFields().containsKey(Keys.TEXT))
                .map(entry -> new Word(
                        entry.getID().toString(),
                        entry.getFields().getOrDefault(Keys.PROCESS, ""),
                        entry.getFields().get(Keys.TEXT)))
                .toList();
    }

    private static List<StreamEntry> read(RedisClient redis, @Nullable StreamEntryID from, Duration wait) {
        XReadGroupParams params = XReadGroupParams.xReadGroupParams().count(MOST_AT_ONCE);
        return Optional.ofNullable(redis.xreadGroup(
                        Keys.GROUP,
                        Keys.HUB,
                        from == null ? params.block((int) wait.toMillis()) : params,
                        Map.of(Keys.SAID, from == null ? StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY : from)))
                .stream()
                .flatMap(streams -> streams.stream())
                .flatMap(stream -> stream.getValue() == null ? Stream.empty() : stream.getValue().stream())
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
