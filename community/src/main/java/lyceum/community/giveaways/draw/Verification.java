package lyceum.community.giveaways.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import lyceum.community.giveaways.beacon.Chain;
import lyceum.community.giveaways.beacon.Chains;
import lyceum.community.giveaways.draw.Bundle.Assurance;
import lyceum.kernel.document.Phrase;

/**
 * What came of checking a bundle.
 *
 * @param faults everything that is wrong with it; none makes it valid
 * @param ranking tags in hex, winners before alternates, as the bundle says
 */
public record Verification(List<Phrase> faults, List<String> ranking) {
    public Verification {
        faults = List.copyOf(faults);
        ranking = List.copyOf(ranking);
    }

    public boolean valid() {
        return faults.isEmpty();
    }

    /** Checks the bytes of a bundle, everything that can be checked without a network. */
    public static Verification of(byte[] bytes) {
        try {
            return of(BundleReader.read(bytes));
        } catch (Flaw flaw) {
            return new Verification(List.of(flaw.phrase()), List.of());
        }
    }

    static Verification of(Bundle bundle) {
        Check check = new Check(bundle);
        check.published();
        check.beacon();
        check.ranking();
        HexFormat hex = HexFormat.of();
        return new Verification(
                check.faults,
                bundle.claimed().ranking().stream().map(hex::formatHex).toList());
    }

    /** One check, which collects what is wrong. */
    private static final class Check {
        private final Bundle bundle;
        private final Draw draw;
        private final Bundle.Claims claimed;
        private final Promised promised;
        private final List<Phrase> faults = new ArrayList<>();

        Check(Bundle bundle) {
            this.bundle = bundle;
            this.draw = bundle.draw();
            this.claimed = bundle.claimed();
            this.promised = Promised.by(bundle.rules());
        }

        void published() {
            same("rulesHash", draw.rulesHash(), Draw.rulesHash(bundle.rules()));
            same("commit", claimed.commit(), Draw.commit(draw.drawId(), draw.rulesHash(), draw.seed()));
            if (claimed.weight() != draw.entrants().weight()) {
                fault("weight", claimed.weight(), draw.entrants().weight());
            }
            byte[] root = draw.root();
            same("root", claimed.root(), root);
            same("frozen", claimed.frozen(), draw.frozen(root));
        }

        void beacon() {
            Beacon beacon = bundle.beacon();
            if ((beacon != null) != (claimed.assurance() == Assurance.BEACON)) {
                fault("assurance", claimed.assurance());
            }
            if (beacon == null) {
                if (promised.chain() != null && !promised.fallsBack()) {
                    fault("downgraded");
                }
                return;
            }
            Chain chain = Chains.of(beacon.chain()).orElse(null);
            if (chain == null) {
                fault("chain", beacon.chain());
                return;
            }
            if (promised.chain() != null
                    && !chain.equals(Chains.of(promised.chain()).orElse(null))) {
                fault("other-chain", beacon.chain(), promised.chain());
            }
            if (promised.earliest() != null && chain.time(beacon.round()).isBefore(promised.earliest())) {
                fault("early", beacon.round(), chain.time(beacon.round()), promised.earliest());
            }
            same("randomness", beacon.randomness(), Chain.randomness(beacon.signature()));
            if (!chain.signed(beacon.round(), beacon.signature())) {
                fault("signature", beacon.round(), chain.name());
            }
        }

        void ranking() {
            int length = claimed.ranking().size();
            int most = draw.entrants().size();
            if (length < Math.min(most, promised.fewest()) || length > Math.min(most, promised.most())) {
                fault("length", length, Math.min(most, promised.fewest()));
                return;
            }
            List<byte[]> drawn = draw.entrants().tags(draw.ranking(draw.key(claimed.frozen()), length));
            for (int i = 0; i < length; i++) {
                if (!Arrays.equals(claimed.ranking().get(i), drawn.get(i))) {
                    fault("ranking", i + 1, HexFormat.of().formatHex(drawn.get(i)));
                    return;
                }
            }
        }

        private void same(String name, byte[] claims, byte[] follows) {
            if (!Arrays.equals(claims, follows)) {
                HexFormat hex = HexFormat.of();
                fault("differs", name, hex.formatHex(claims), hex.formatHex(follows));
            }
        }

        private void fault(String key, Object... args) {
            faults.add(Phrase.of(
                    "giveaways.proof-" + key,
                    Arrays.stream(args).map(String::valueOf).toArray(String[]::new)));
        }
    }
}
