package lyceum.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Discord's and Telegram's interfaces as far as setup and check ask them, with a world in which all is well until a test spoils it. */
final class Platforms implements AutoCloseable {
    static final String DISCORD_TOKEN = "MTAw.good.token";
    static final String TELEGRAM_TOKEN = "1000:good";

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    Platforms() throws IOException {
        answer("/discord/applications/@me", "{'id':'77','name':'Hub','flags':524288}");
        answer("/discord/users/@me/guilds", "[{'id':'1','name':'Algorithm School'}]");
        answer(
                "/discord/guilds/1",
                "{'id':'1','owner_id':'5','roles':[{'id':'1','permissions':'1024'},{'id':'9','permissions':'19018652166214'}]}");
        answer("/discord/guilds/1/members/77", "{'roles':['9']}");
        answer(
                "/discord/guilds/1/channels",
                "[{'id':'11','name':'general','type':0},{'id':'12','name':'moderators','type':0},{'id':'13','name':'Voice','type':2}]");
        answer("/discord/channels/11", "{'id':'11','guild_id':'1','permission_overwrites':[]}");
        answer("/discord/channels/12", "{'id':'12','guild_id':'1','permission_overwrites':[]}");
        answer("/telegram/getMe", "{'result':{'id':1000,'username':'hub_bot','can_read_all_group_messages':true}}");
        answer("/telegram/getWebhookInfo", "{'result':{'url':''}}");
        answer(
                "/telegram/getUpdates",
                "{'result':[{'update_id':1,'message':{'chat':{'id':-100,'title':'Class'}}},{'update_id':2,'message':{'chat':{'id':7}}}]}");
        answer("/telegram/getChatMember", "{'result':{'status':'administrator','can_delete_messages':true}}");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** What a path answers, with ' for "; empty is 404. */
    void answer(String path, String json) {
        answers.put(path, json.replace('\'', '"'));
    }

    URI discord() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/discord");
    }

    URI telegram() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/telegram");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            boolean discord =
                    ("Bot " + DISCORD_TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            boolean telegram = path.startsWith("/telegram/bot" + TELEGRAM_TOKEN + "/");
            String answer = answers.getOrDefault(path.replace("/bot" + TELEGRAM_TOKEN, ""), "");
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    !discord && !telegram ? 401 : answer.isEmpty() ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
