package lyceum.moderation.words;

import java.util.Set;
import lyceum.moderation.text.View;

/** Two letters that people write inside Chinese for what they mean in English: units, devices, makers, places, titles. */
final class Abbreviations {
    private static final Set<String> ALL =
            Set.of(("ac ad ae ah ai am an ap ar as at av bb be bf bj bl bp bt by cc cd cf cg ck cm cn cp cq cs cv db "
                            + "dc dd de dj dk dl do dr dv ea ed eg eh eu fb fm fn fr ft gb gc ge gf gg gl gm go gz ha hd he hi "
                            + "hk hp hr hz ic id ie if ig in io ip is it jd jj jp jr js kb kg kj km kr kv kw la lb lg lp lr lv "
                            + "lz ma mb mc me mg mi mk ml mm mp mr ms mt mv mw my nb ng nj nm no np ny nz oa of oh ok on op or "
                            + "os oz pa pb pc pe ph pk pm pp pr ps pt qq qt rt ru sd se sh sm sn so sp st sz tb tj to tp ts tv "
                            + "tw ua ui uk um up us uu ux vb vc vm vp vr vs vw we wh xd xl xp xs xx ya yd yo")
                    .split(" ", -1));

    private Abbreviations() {}

    static boolean has(View view, int from, int to) {
        return to - from == 2 && ALL.contains("" + view.symbol(from) + view.symbol(to - 1));
    }
}
