package lyceum.program.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import lyceum.community.giveaways.BeaconSettings;
import lyceum.community.giveaways.beacon.Chains;

/**
 * What decides giveaways beside the sealed seed.
 *
 * @param beacon the chain whose round decides; absent is the seed alone
 * @param usual whether giveaways promise it whose makers say nothing of it
 * @param delaySeconds from the end of entries to the beacon's round
 * @param fallBack whether the seed alone decides where the beacon cannot be reached
 * @param relays where rounds are asked for; two must agree
 */
public record Draws(Optional<String> beacon, boolean usual, int delaySeconds, boolean fallBack, List<URI> relays) {
    private static final int LEAST_DELAY = 60;
    private static final int MOST_DELAY = 86_400;

    public Draws {
        if (beacon.filter(chain -> Chains.of(chain).isEmpty()).isPresent()) {
            throw new IllegalArgumentException(
                    "beacon %s is not known; write quicknet\n没有名为 %1$s 的信标；请写 quicknet".formatted(beacon.get()));
        }
        if (delaySeconds < LEAST_DELAY || delaySeconds > MOST_DELAY) {
            throw new IllegalArgumentException(
                    "delay-seconds is from %d to %d\ndelay-seconds 是 %1$d 到 %2$d".formatted(LEAST_DELAY, MOST_DELAY));
        }
        if (beacon.isPresent() && relays.stream().distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "relays needs two different addresses, which must agree\nrelays 需要两个不同的地址，二者必须一致");
        }
    }

    /** What new giveaways promise. */
    public BeaconSettings promised() {
        return beacon.map(chain -> new BeaconSettings(chain, delaySeconds, fallBack, usual))
                .orElse(BeaconSettings.NONE);
    }

    static Draws defaults() {
        return new Draws(
                Optional.empty(),
                true,
                300,
                false,
                List.of(URI.create("https://api.drand.sh"), URI.create("https://drand.cloudflare.com")));
    }
}
