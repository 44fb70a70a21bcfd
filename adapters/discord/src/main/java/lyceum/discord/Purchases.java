package lyceum.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Money.EntitlementChanged;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Reads what people bought from the application on Discord: as it is told live, and as the list of all says it. */
final class Purchases {
    private static final RoomId SHOP = new RoomId(Ids.DISCORD, "entitlements");
    private static final int PAGE = 100;

    private final Rest rest;
    private final Own own;
    private final InstantSource clock;

    Purchases(Rest rest, Own own, InstantSource clock) {
        this.rest = rest;
        this.own = own;
        this.clock = clock;
    }

    /**
     * What a dispatch about an entitlement tells; nobody where a whole guild bought it. Discord gives no time of a change, so that the
     * hour of hearing it stands for it, and a dispatch that comes twice says the same twice.
     */
    @Nullable
    EntitlementChanged read(String type, DataObject d) {
        if (d.isNull("user_id") || d.isNull("id") || d.isNull("sku_id")) {
            return null;
        }
        Instant now = clock.instant();
        String id = d.getString("id");
        boolean gone = type.equals("ENTITLEMENT_DELETE") || d.getBoolean("deleted", false);
        return new EntitlementChanged(
                new Key(Ids.DISCORD, "entitlement:" + id, Long.toString(now.toEpochMilli())),
                new Speaker(new AuthorId(Ids.DISCORD, d.getString("user_id")), "", null, Standing.FAN, false, null),
                SHOP,
                id,
                d.getString("sku_id"),
                d.isNull("ends_at")
                        ? null
                        : OffsetDateTime.parse(d.getString("ends_at")).toInstant(),
                !gone,
                now);
    }

    /**
     * Tells what the list says, page by page. What is not in it is left as it was: a list that is short or empty takes nothing from
     * anybody.
     *
     * @throws UncheckedIOException where it cannot be read now
     */
    void list(Consumer<EntitlementChanged> told) {
        String after = House.NOTHING_SAID;
        List<DataObject> page;
        do {
            page = page(after);
            for (DataObject entitlement : page) {
                EntitlementChanged changed = read("", entitlement);
                if (changed != null) {
                    told.accept(changed);
                }
                after = Ids.after(entitlement.getString("id"), after) ? entitlement.getString("id") : after;
            }
        } while (page.size() == PAGE);
    }

    private List<DataObject> page(String after) {
        Answer answer = rest.insist(
                Call.get("/applications/" + own.application() + "/entitlements?limit=" + PAGE + "&after=" + after));
        if (answer.again()) {
            throw new UncheckedIOException(
                    new IOException("Discord answered " + answer.status() + " when its sales were read"));
        }
        return answer.ok() ? answer.array().stream(DataArray::getObject).toList() : List.of();
    }
}
