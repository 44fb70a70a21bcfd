package lyceum.community.members.access;

import lyceum.kernel.effect.Perk;
import lyceum.kernel.effect.Perk.Role;
import lyceum.kernel.effect.Perk.Seat;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;

/** Perks as they stand in rows: {@code role:discord:Subscriber}, {@code seat:telegram:-100}. */
final class PerkText {
    private static final String ROLE = "role:";
    private static final String SEAT = "seat:";

    private PerkText() {}

    static String write(Perk perk) {
        return switch (perk) {
            case Role role -> ROLE + role.platform() + ":" + role.name();
            case Seat seat -> SEAT + seat.room();
        };
    }

    static Perk read(String text) {
        if (text.startsWith(SEAT)) {
            return new Seat(RoomId.parse(text.substring(SEAT.length())));
        }
        String role = text.substring(ROLE.length());
        int colon = role.indexOf(':');
        return new Role(new PlatformName(role.substring(0, colon)), role.substring(colon + 1));
    }
}
