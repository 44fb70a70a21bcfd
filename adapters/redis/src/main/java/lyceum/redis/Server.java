package lyceum.redis;

import java.net.URI;
import java.util.function.Function;
import lyceum.kernel.live.CutOff;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/** One Redis, reached when it is asked for something. */
final class Server implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final int LONGEST_WAIT_MILLIS = 6_000;

    private final RedisClient client;

    private Server(RedisClient client) {
        this.client = client;
    }

    /** @throws IllegalArgumentException where it is no address of a Redis; its message never holds the address, which has a password */
    static Server at(String url) {
        URI uri = address(url);
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(PATIENCE_MILLIS)
                .socketTimeoutMillis(PATIENCE_MILLIS)
                .blockingSocketTimeoutMillis(LONGEST_WAIT_MILLIS)
                .user(JedisURIHelper.getUser(uri))
                .password(JedisURIHelper.getPassword(uri))
                .database(JedisURIHelper.getDBIndex(uri))
                .clientName("lyceum");
        if (JedisURIHelper.isRedisSSLScheme(uri)) {
            config.sslOptions(SslOptions.defaults());
        }
        return new Server(RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(uri))
                .clientConfig(config.build())
                .build());
    }

    private static URI address(String url) {
        try {
            URI uri = URI.create(url);
            boolean scheme = JedisURIHelper.isRedisScheme(uri) || JedisURIHelper.isRedisSSLScheme(uri);
            if (scheme && JedisURIHelper.isValid(uri)) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not the address of a Redis", null);
        }
        throw new IllegalArgumentException("not the address of a Redis");
    }

    /** Asks it. */
    <T> T ask(Function<RedisClient, T> question) {
        try {
            return question.apply(client);
        } catch (JedisConnectionException e) {
            throw new CutOff("Redis cannot be reached", e);
        } catch (JedisDataException e) {
            throw new CutOff("Redis refuses: " + e.getMessage(), e);
        } catch (JedisException e) {
            throw new CutOff("Redis gives no connection", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
