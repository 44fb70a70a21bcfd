package lyceum.telegram;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** What every request passes: it is led to the configured address, and it is known whether any of it left. */
final class Doorway {
    private static final MediaType JSON = MediaType.get("application/json");

    private final HttpUrl base;

    Doorway(URI api) {
        HttpUrl url = HttpUrl.get(api);
        if (url == null) {
            throw new IllegalArgumentException("the Bot API's address begins with http:// or https://, not " + api);
        }
        this.base = url;
    }

    HttpUrl base() {
        return base;
    }

    /** Stands before everything else of the client. */
    Response enter(Interceptor.Chain chain) throws IOException {
        Departure departure = new Departure();
        Request request = chain.request()
                .newBuilder()
                .url(under(base, chain.request().url()))
                .tag(Departure.class, departure)
                .build();
        try {
            return explained(chain.proceed(request));
        } catch (IOException e) {
            throw departure.begun.get() ? e : new NeverLeft(e);
        }
    }

    /** Stands where a connection is there and the first byte is about to be written. */
    static Response leave(Interceptor.Chain chain) throws IOException {
        Departure departure = chain.request().tag(Departure.class);
        if (departure != null) {
            departure.begun.set(true);
        }
        return chain.proceed(chain.request());
    }

    private static HttpUrl under(HttpUrl base, HttpUrl url) {
        HttpUrl.Builder moved = base.newBuilder();
        if (base.pathSegments().getLast().isEmpty()) {
            moved.removePathSegment(base.pathSize() - 1);
        }
        url.encodedPathSegments().forEach(moved::addEncodedPathSegment);
        return moved.build();
    }

    /** A refusal that does not come from the Bot API, but from something in front of it, is said in the Bot API's form. */
    private static Response explained(Response response) {
        MediaType type = response.body().contentType();
        boolean json = type != null && type.subtype().equals("json");
        if (json || response.code() / 100 != 4) {
            return response;
        }
        response.close();
        String body = "{\"ok\":false,\"error_code\":" + response.code()
                + ",\"description\":\"what stands at this address is not the Bot API\"}";
        return response.newBuilder().body(ResponseBody.create(body, JSON)).build();
    }

    /** A request of which not one byte left. */
    static final class NeverLeft extends IOException {
        private static final long serialVersionUID = 1L;

        NeverLeft(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Whether the first byte of a request was written. */
    private static final class Departure {
        private final AtomicBoolean begun = new AtomicBoolean();
    }
}
