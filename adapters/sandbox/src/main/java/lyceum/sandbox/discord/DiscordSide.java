package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Side;
import lyceum.sandbox.world.Verb;
import lyceum.sandbox.world.Wire;
import lyceum.sandbox.world.World;
import lyceum.sandbox.world.WorldClock;
import org.jspecify.annotations.Nullable;

/** Discord: its parts, wired, and the questions that many of them ask. */
public final class DiscordSide implements Side {
    private final World world;
    private final Wire wire;
    private final Keeping keeping;
    private final Snowflakes snowflakes;
    private final Gateway gateway = new Gateway();
    private final Guild guild;
    private final Permissions permissions;
    private final Attachments attachments;
    private final Telling telling;
    private final Messages messages = new Messages(this);
    private final Reactions reactions = new Reactions(this);
    private final Threads threads = new Threads(this);
    private final Webhooks webhooks = new Webhooks(this);
    private final Commands commands = new Commands(this);
    private final Interactions interactions = new Interactions(this);
    private final Answers answers = new Answers(this);
    private final Forms forms = new Forms();
    private final Entitlements entitlements = new Entitlements(this);
    private final ScheduledEvents events = new ScheduledEvents(this);
    private final Rooms rooms = new Rooms(this);
    private final Sight sight;
    private final Map<String, Verb> verbs = new HashMap<>();
    private volatile String address = "";

    public DiscordSide(World world) {
        this.world = world;
        this.wire = new Wire(world.clock());
        this.keeping = new Keeping(world.chronicle("discord"));
        this.snowflakes = new Snowflakes(world.clock());
        this.guild = new Guild(gateway, keeping);
        this.telling = new Telling(world.feed(), guild);
        this.permissions = new Permissions(guild, world.clock());
        this.attachments = new Attachments(snowflakes, () -> address, world.data());
        this.sight = new Sight(guild);
        verbs.putAll(new Talking(this, rooms).verbs());
        verbs.putAll(new Asking(this, rooms).verbs());
        verbs.putAll(new Coming(this, rooms).verbs());
        new Restoring(this).run();
    }

    @Override
    public String name() {
        return "discord";
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.exception(DiscordError.class, (error, ctx) -> {
            ctx.status(error.status());
            ctx.contentType("application/json").result(Json.bytes(error.body().put("error", error.getMessage())));
        });
        routes.before(this::learnAddress);
        routes.wsBeforeUpgrade(this::learnAddress);
        Rest rest = new Rest(this, routes, new Buckets(world, wire.log()));
        new UserRoutes(this).hang(rest);
        new GuildRoutes(this).hang(rest);
        events.hang(rest);
        new ChannelRoutes(this).hang(rest);
        threads.hang(rest);
        new MessageRoutes(this).hang(rest);
        reactions.hang(rest);
        new WebhookRoutes(this, new Followups(this)).hang(rest);
        new CommandRoutes(this).hang(rest);
        new Callbacks(this).hang(rest);
        rest.unknown();
        routes.get("/discord/attachments/{channel}/{id}/{name}", ctx -> {
            byte[] content = attachments
                    .find(Long.parseLong(ctx.pathParam("id")))
                    .orElseThrow(() -> DiscordError.unknown("Attachment"));
            ctx.contentType(Attachments.type(ctx.pathParam("name"))).result(content);
        });
        new GatewayDoor(this).hang(routes);
    }

    /** Port 0 means that the first request tells where we listen. */
    private void learnAddress(Context ctx) {
        if (address.isEmpty()) {
            address = "http://127.0.0.1:" + ctx.req().getLocalPort();
        }
    }

    String gatewayUrl() {
        return address.replaceFirst("http", "ws") + GatewayDoor.PATH;
    }

    @Override
    public Map<String, Verb> verbs() {
        return verbs;
    }

    @Override
    public ArrayNode messages(String room, @Nullable String who, int last) {
        Member viewer = who == null ? null : rooms.person(who);
        if (viewer == null && room.equals(Rooms.PRIVATE)) {
            throw Refused.badRequest("who: whose private messages?");
        }
        Channel channel = rooms.find(room, viewer == null ? 0 : viewer.id());
        return sight.of(channel, viewer == null ? 0 : viewer.id(), last);
    }

    @Override
    public JsonNode privateMessages(String who) {
        long person = rooms.person(who).id();
        return sight.of(direct(Bot.HUB, person), person, Integer.MAX_VALUE);
    }

    @Override
    public JsonNode commands(String who) {
        return new CommandList(this).of(rooms.person(who));
    }

    @Override
    public JsonNode person(String who) {
        long id = Snowflakes.of(world.people().named(who));
        ObjectNode person = Json.object().put("who", who).put("id", Long.toString(id));
        Member member = guild.member(id).orElse(null);
        ArrayNode roles = person.putArray("roles");
        person.put("member", member != null).put("banned", guild.bans().containsKey(id));
        if (member != null) {
            member.roles().forEach(role -> guild.role(role).ifPresent(one -> roles.add(one.name())));
            person.put("nick", member.nick()).put("timeoutUntil", member.mutedUntil());
            person.put("timedOut", permissions.isMuted(member)).put("joinedAt", member.joined());
        }
        return person;
    }

    /** The channel of a request, which the bot can see. */
    Channel channel(Ask ask) {
        Channel channel = guild.channel(ask.id("channel")).orElseThrow(() -> DiscordError.unknown("Channel"));
        if (!permissions.sees(ask.bot().id(), channel)) {
            throw DiscordError.missingAccess();
        }
        return channel;
    }

    void needGuild(Ask ask) {
        if (ask.id("guild") != Snowflakes.GUILD) {
            throw DiscordError.unknown("Guild");
        }
    }

    /** Refuses who may not post in a channel, and opens an archived thread for who may. */
    void needSpeech(long bot, Channel channel) {
        if (channel.type() == Channel.FORUM) {
            throw DiscordError.of(400, 50008, "Cannot send messages in a non-text channel");
        }
        if (!permissions.speaks(bot, channel)) {
            throw DiscordError.missingPermissions();
        }
        threads.wake(channel);
    }

    /** The user object of a bot or person that exists, member or not. */
    ObjectNode user(long id) {
        return guild.member(id)
                .map(Member::user)
                .or(() -> world.people().all().stream()
                        .filter(person -> Snowflakes.of(person) == id)
                        .map(Users::json)
                        .findFirst())
                .orElseThrow(() -> DiscordError.unknown("User"));
    }

    /** The direct conversation of a bot with a person, opened when there is none yet. */
    synchronized Channel direct(Bot bot, long person) {
        return guild.channels()
                .filter(channel -> channel.isDirect()
                        && channel.json().path("bot").asLong() == bot.id()
                        && Permissions.takesPart(person, channel))
                .findFirst()
                .orElseGet(() -> {
                    ObjectNode json = Json.object()
                            .put("id", Long.toString(snowflakes.next()))
                            .put("type", Channel.DIRECT);
                    json.put("bot", Long.toString(bot.id())).put("flags", 0);
                    json.putArray("recipients").add(user(person));
                    return guild.put(json);
                });
    }

    World world() {
        return world;
    }

    WorldClock clock() {
        return world.clock();
    }

    Keeping keeping() {
        return keeping;
    }

    Snowflakes snowflakes() {
        return snowflakes;
    }

    Gateway gateway() {
        return gateway;
    }

    Guild guild() {
        return guild;
    }

    Permissions permissions() {
        return permissions;
    }

    Attachments attachments() {
        return attachments;
    }

    Messages messages() {
        return messages;
    }

    Telling telling() {
        return telling;
    }

    Reactions reactions() {
        return reactions;
    }

    Threads threads() {
        return threads;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    Commands commands() {
        return commands;
    }

    Interactions interactions() {
        return interactions;
    }

    Answers answers() {
        return answers;
    }

    Forms forms() {
        return forms;
    }

    Entitlements entitlements() {
        return entitlements;
    }

    ScheduledEvents events() {
        return events;
    }

    Rooms rooms() {
        return rooms;
    }

    Sight sight() {
        return sight;
    }

    @Override
    public void close() {
        gateway.close();
        keeping.close();
    }
}
