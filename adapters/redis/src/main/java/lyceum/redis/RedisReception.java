package lyceum.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import lyceum.kernel.live.CutOff;
import lyceum.kernel.live.Happened;
import lyceum.kernel.live.Reception;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntry;

/** The end of a process that serves viewers, over Redis Streams. What viewers say goes out on a thread of its own, many at once. */
public final class RedisReception implements Reception {
    private static final Logger LOG = LoggerFactory.getLogger(RedisReception.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 500;
    private static final Duration HERE_LASTS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Server server;
    private final String process = UUID.randomUUID().toString();
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread sender = Thread.ofPlatform().daemon().name("said").unstarted(this::send);

    private RedisReception(Server server) {
        this.server = server;
    }

    /** @throws IllegalArgumentException where that is no address of a Redis; asks it for nothing yet */
    public static RedisReception at(String url) {
        RedisReception reception = new RedisReception(Server.at(url));
        reception.sender.start();
        return reception;
    }

    @Override
    public Optional<About> about() {
        Map<String, String> about = server.ask(redis -> redis.hgetAll(Keys.ABOUT));
        return about.isEmpty()
                ? Optional.empty()
                : Optional.of(new About(about.getOrDefault(Keys.ERA, ""), about.getOrDefault(Keys.TEXT, "")));
    }

    @Override
    public List<Happened> newest(int most) {
        return happened(server.ask(redis -> redis.xrevrange(Keys.HAPPENED, "+", "-", most))
                .reversed());
    }

    @Override
    public List<Happened> after(long number, int most) {
        return happened(server.ask(redis -> redis.xrange(Keys.HAPPENED, (number + 1) + "-0", "+", most)));
    }

    @Override
    public Heard hear(Mark after, Duration wait) {
        return server.ask(redis -> {
            Map<String, List<StreamEntry>> news = read(redis, after, wait);
            List<StreamEntry> records = news.getOrDefault(Keys.HAPPENED, List.of());
            List<StreamEntry> signals = news.getOrDefault(Keys.SIGNALS, List.of());
            List<StreamEntry> replies = news.getOrDefault(Keys.replies(process), List.of());
            Mark next = new Mark(
                    records.isEmpty()
                            ? after.record()
                            : records.getLast().getID().getTime(),
                    last(signals, after.signal()),
                    last(replies, after.reply()));
            try (var pipeline = redis.pipelined()) {
                var hub = pipeline.exists(Keys.BEAT);
                var era = pipeline.hget(Keys.ABOUT, Keys.ERA);
                pipeline.set(Keys.here(process), "", SetParams.setParams().px(HERE_LASTS.toMillis()));
                pipeline.sync();
                String now = era.get();
                return new Heard(
                        happened(records), texts(signals), texts(replies), next, now == null ? "" : now, hub.get());
            }
        });
    }

    private Map<String, List<StreamEntry>> read(RedisClient redis, Mark after, Duration wait) {
        Map<String, StreamEntryID> from = Map.of(
                Keys.HAPPENED,
                new StreamEntryID(after.record(), Long.MAX_VALUE),
                Keys.SIGNALS,
                new StreamEntryID(after.signal()),
                Keys.replies(process),
                new StreamEntryID(after.reply()));
        var news = redis.xread(XReadParams.xReadParams().count(MOST_AT_ONCE).block((int) wait.toMillis()), from);
        return news == null
                ? Map.of()
                : news.stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String last(List<StreamEntry> entries, String otherwise) {
        return entries.isEmpty() ? otherwise : entries.getLast().getID().toString();
    }

    private static List<String> texts(List<StreamEntry> entries) {
        return entries.stream()
                .map(entry -> entry.getFields().getOrDefault(Keys.TEXT, ""))
                .toList();
    }

    private static List<Happened> happened(List<StreamEntry> entries) {
        return entries.stream()
                .map(entry ->
                        new Happened(entry.getID().getTime(), entry.getFields().getOrDefault(Keys.TEXT, "")))
                .toList();
    }

    @Override
    public boolean say(String text) {
        return waiting.offer(text);
    }

    private void send() {
        List<String> batch = new ArrayList<>();
        try {
            while (true) {
                if (batch.isEmpty()) {
                    batch.add(waiting.take());
                    waiting.drainTo(batch, MOST_AT_ONCE);
                }
                try {
                    pass(batch);
                    batch.clear();
                } catch (CutOff e) {
                    LOG.debug("what viewers say waits until Redis is there again", e);
                    Thread.sleep(BETWEEN_TRIES);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("the end; {} words were not passed on", batch.size());
        }
    }

    private void pass(List<String> batch) {
        server.ask(redis -> {
            try (var pipeline = redis.pipelined()) {
                batch.forEach(text -> pipeline.xadd(
                        Keys.SAID, XAddParams.xAddParams(), Map.of(Keys.PROCESS, process, Keys.TEXT, text)));
                pipeline.sync();
                return true;
            }
        });
    }

    @Override
    public void close() {
        sender.interrupt();
        server.close();
    }
}
