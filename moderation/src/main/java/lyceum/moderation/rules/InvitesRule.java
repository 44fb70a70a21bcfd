package lyceum.moderation.rules;

import java.util.List;

/** Invitations to other communities on Discord, Telegram, WhatsApp, QQ and the like. */
public final class InvitesRule implements Rule {
    private static final double SEVERITY = 0.95;
    private final Links links;

    public InvitesRule(Links links) {
        this.links = links;
    }

    @Override
    public String name() {
        return "invites";
    }

    @Override
    public List<Signal> judge(Post post) {
        return links.in(post.text()).stream()
                .filter(InvitesRule::invites)
                .map(link -> Signal.of(this, "link", post, link.start(), link.end(), SEVERITY))
                .toList();
    }

    private static boolean invites(Links.Link link) {
        String path = link.path();
        return switch (link.look()) {
            case "discord.gg", "dsc.gg", "invite.gg", "discord.me", "chat.whatsapp.com", "jq.qq.com" ->
                path.length() > 1;
            case "discord.com", "discordapp.com", "ptb.discord.com", "canary.discord.com" ->
                path.startsWith("/invite/");
            case "t.me", "telegram.me", "telegram.dog" ->
                path.startsWith("/+") || path.startsWith("/joinchat/") || path.length() > 4;
            case "qm.qq.com" -> path.startsWith("/cgi-bin/qm/") || path.startsWith("/q/");
            default -> false;
        };
    }
}
