package lyceum.moderation.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Domains known to steal accounts, and domains that look like ones people trust. */
public final class PhishingRule implements Rule {
    private static final double KNOWN = 1;
    private static final double LOOK_ALIKE = 0.8;
    private static final List<String> TRUSTED = List.of(
            "discord.com",
            "discord.gg",
            "discordapp.com",
            "telegram.org",
            "twitch.tv",
            "steamcommunity.com",
            "steampowered.com",
            "paypal.com",
            "patreon.com",
            "youtube.com",
            "google.com",
            "github.com",
            "microsoft.com",
            "apple.com",
            "roblox.com",
            "epicgames.com",
            "taobao.com",
            "bilibili.com",
            "weixin.qq.com",
            "alipay.com",
            "ko-fi.com",
            "stripe.com",
            "binance.com");
    private final Links links;
    private final Set<String> known;

    public PhishingRule(Links links, Set<String> known) {
        this.links = links;
        this.known = Set.copyOf(known);
    }

    /** The domains that come with the program. */
    public static Set<String> shipped() {
        try (InputStream in = Objects.requireNonNull(PhishingRule.class.getResourceAsStream("phishing.txt.gz"));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "phishing";
    }

    @Override
    public List<Signal> judge(Post post) {
        List<Signal> signals = new ArrayList<>();
        for (Links.Link link : links.in(post.text())) {
            if (known(link.host()) || known(link.look())) {
                signals.add(Signal.of(this, "link", post, link.start(), link.end(), KNOWN));
            } else if (imitates(link)) {
                signals.add(Signal.of(this, "look-alike", post, link.start(), link.end(), LOOK_ALIKE));
            }
        }
        return signals;
    }

    private boolean known(String host) {
        for (int at = 0; at >= 0; at = host.indexOf('.', at) + 1) {
            if (known.contains(host.substring(at))) {
                return true;
            }
            if (host.indexOf('.', at) < 0) {
                return false;
            }
        }
        return false;
    }

    private static boolean imitates(Links.Link link) {
        for (String trusted : TRUSTED) {
            if (link.under(trusted)) {
                return false;
            }
        }
        String look = link.look();
        String owner = owner(look);
        for (String trusted : TRUSTED) {
            String brand = trusted.substring(0, trusted.lastIndexOf('.'));
            boolean sameLook = look.equals(trusted) || look.endsWith("." + trusted);
            boolean below = look.startsWith(trusted + ".") || look.contains("." + trusted + ".");
            boolean misspelt = brand.length() > 5
                    && !owner.equals(brand)
                    && near(owner.replace('0', 'o').replace('1', 'l'), brand);
            if (sameLook || below || misspelt) {
                return true;
            }
        }
        return false;
    }

    /** The label before the ending. */
    private static String owner(String host) {
        int end = host.lastIndexOf('.');
        return host.substring(host.lastIndexOf('.', end - 1) + 1, end);
    }

    /** Whether one letter was changed, left out, added, or swapped with its neighbour. */
    private static boolean near(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int back = 0;
        while (back < Math.min(one.length(), other.length()) - same
                && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
            back++;
        }
        int left = Math.max(one.length(), other.length()) - same - back;
        boolean swapped = left == 2
                && one.length() == other.length()
                && one.charAt(same) == other.charAt(same + 1)
                && one.charAt(same + 1) == other.charAt(same);
        return left <= 1 || swapped;
    }
}
