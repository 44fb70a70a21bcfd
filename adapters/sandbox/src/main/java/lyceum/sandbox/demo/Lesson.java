package lyceum.sandbox.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lyceum.sandbox.world.Json;

/** The class of the story: planned, joined by people in three time zones, told to each of them, and begun. One thread at a time. */
final class Lesson {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    /** What is told an hour before shall be past when the clock is moved. */
    private static final Duration AT_LEAST = Duration.ofMinutes(40);
    /** So that what is told at a time is due when the clock says it. */
    private static final Duration MOMENT = Duration.ofMillis(300);

    private static final String BUTTON = "I come";

    private final Cast cast;
    private final Board board;
    private final Scenery scenery;
    private final List<Comer> comers = new ArrayList<>();
    private String title = "";
    private Instant starts = Instant.EPOCH;
    private boolean live;

    Lesson(Cast cast, Board board, Scenery scenery) {
        this.cast = cast;
        this.board = board;
        this.scenery = scenery;
    }

    /** Somebody who comes. */
    private static final class Comer {
        private final Scene.Comes who;
        private int before;
        private String told = "";

        Comer(Scene.Comes who) {
            this.who = who;
        }
    }

    void play(Scene.OfClass scene, Map<String, String> words) throws InterruptedException {
        switch (scene) {
            case Scene.Plan plan -> plan(words.getOrDefault(plan.title(), plan.title()));
            case Scene.Comes comes -> comes(comes);
            case Scene.Soon soon -> soon(soon.before());
            case Scene.Live _ -> live();
        }
        board.show(this::json);
    }

    private void plan(String called) throws InterruptedException {
        comers.clear();
        live = false;
        cast.live(false);
        title = called;
        ZonedDateTime now = scenery.world().clock().now().atZone(SHANGHAI).truncatedTo(ChronoUnit.MINUTES);
        ZonedDateTime evening = now.with(EVENING);
        ZonedDateTime first = evening.isAfter(now.plus(AT_LEAST)) ? evening : evening.plusDays(1);
        starts = first.toInstant();
        Map<String, String> options =
                Map.of("title", title, "start", first.toLocalDateTime().toString(), "zone", SHANGHAI.getId());
        cast.command(new Scene.Command("discord", "general", "ada", "class new", Map.of()), options);
    }

    private void comes(Scene.Comes who) throws InterruptedException {
        String room = Cast.joinedRoom(who.platform());
        String alone =
                who.platform().equals("telegram") ? "private" : room; // elsewhere nobody else sees the answer anyway
        cast.opens(who.who(), who.platform());
        cast.command(
                new Scene.Command(who.platform(), alone, who.who(), "settings", Map.of()),
                Map.of("zone", who.zone(), "language", who.language()));
        Scene.Press press = new Scene.Press(who.platform(), room, who.who(), BUTTON);
        Story.until(() -> cast.press(press, title));
        comers.add(new Comer(who));
    }

    private void soon(Duration before) throws InterruptedException {
        for (Comer comer : comers) {
            comer.before = reminders(comer).size();
        }
        scenery.world().clock().set(starts.minus(before).plus(MOMENT));
        for (Comer comer : comers) {
            Story.until(() -> {
                List<String> all = reminders(comer);
                comer.told = all.size() > comer.before ? all.getLast() : "";
                return !comer.told.isEmpty();
            });
            board.show(this::json);
        }
    }

    private void live() throws InterruptedException {
        scenery.world().clock().set(starts.plus(MOMENT));
        cast.live(true);
        live = true;
    }

    private List<String> reminders(Comer comer) {
        return cast.privately(comer.who.platform(), comer.who.who()).stream()
                .filter(text -> text.startsWith(title))
                .toList();
    }

    private ObjectNode json() {
        ObjectNode json = Json.object()
                .put("title", title)
                .put("now", scenery.world().clock().now().toString())
                .put("starts", starts.toString())
                .put("live", live);
        ArrayNode people = json.putArray("people");
        for (Comer comer : comers) {
            people.addObject()
                    .put("who", comer.who.who())
                    .put("platform", comer.who.platform())
                    .put("zone", comer.who.zone())
                    .put("told", comer.told);
        }
        return json;
    }
}
