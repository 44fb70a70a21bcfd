package lyceum.community.qna.questions;

import java.util.List;

/** How English asks, and what only looks like it; sentences are in lower case. */
final class English {
    private static final String BEGIN =
            "^(?:(?:and|but|so|ok|okay|well|hey|hi|hello|hmm|um|uh|oh|then|also|now|guys|yo|lol|btw|sorry|please|pls|yeah|no|yes|all|everyone|there|quick question|question|just|or|dude|man|bro|omg|actually|"
                    + "anyway)[ ,:]+)*";
    private static final String BE = "(?:is|are|r|was|were|am|isn'?t|aren'?t|wasn'?t|ain'?t)";
    private static final String DO =
            "(?:do|does|did|don'?t|doesn'?t|didn'?t|have|has|had|haven'?t|hasn'?t|can|can'?t|could|couldn'?t|will|won'?t|would|wouldn'?t|should|shouldn'?t|may|might|shall|must)";
    private static final String SOMEONE =
            "(?:i|you|u|ya|we|they|he|she|it|this|that|these|those|there|any|anyone|anybody|any1|some|someone|somebody|everyone|your|ur|my|the|a|an|our|his|her|its|their|people|ppl|all)";
    private static final String WORD =
            "(?:what|whats|what's|wat|wut|when|whens|where|wheres|where's|who|whos|who's|whose|whom|why|whys|which|how|hows|how's)";
    private static final List<Turn> TURNS = List.of(
            Turn.of(2.4, BEGIN + BE + " (?:" + SOMEONE + ")\\b"),
            Turn.of(2.2, BEGIN + DO + " (?:not )?(?:" + SOMEONE + ")\\b"),
            Turn.of(
                    1.2,
                    "(?:,|\\b(?:and|but|so|or|then)) (?:" + BE + "|" + DO
                            + ") (?:i|you|u|we|they|it|there|any|anyone|anybody|someone)\\b"),
            Turn.of(
                    2.2,
                    BEGIN + WORD + " (?:exactly |else |the hell |the heck )?(?:" + BE + "|" + DO
                            + "|s|to|about|if|time|kind|sort|type|version|one|ones|many|much|long|old|far|big|often|come|else|of|happened|happens|made|makes|won|got|made|wants|wanna|knows how|u|ya)\\b"),
            Turn.of(1.8, BEGIN + "(?:what's|whats|where's|wheres|who's|whos|how's|hows|when's|whens|whys|why's)\\b"),
            Turn.of(
                    1.2,
                    "[, ](?:what|where|how|why|who|when|which)(?:'s| (?:is|are|do|does|did|can|should|would|could)) (?:i|you|u|we|they|it|the|this|that|there|my|your)\\b"),
            Turn.of(
                    3.0,
                    "^(?:why|what|how|who|where|when|which|huh|wut|wat|eh|how so|like what|which one|what else|how much|how many|why so|since when|a/?s/?l|asl pls|wdym|wyd|hbu|wbu|what about you|how about you|and you|u)$"),
            Turn.of(
                    2.4,
                    "\\b(?:any(?:one|body|1|body else|one else)|some(?:one|body)|has any|is any|does any|who)(?: (?:here|else|in here|out there|ever|also|can|could|please))* (?:know|knows|have|has|had|got|tried|using|use|used|seen|heard|familiar|help|able|experience|experienced|wanna|want|explain|tell|around|running|good with|up|awake|alive|from|having|to)\\b"),
            Turn.of(1.6, BEGIN + "(?:any|anyone|anybody|any1|anything|got any|got some)\\b"),
            Turn.of(
                    1.6,
                    "\\bany (?:idea|ideas|tip|tips|suggestion|suggestions|recommendation|recommendations|thoughts|advice|clue|way to|chance|help|news|update|updates|luck|reason|good)\\b"),
            Turn.of(
                    3.4,
                    "\\b(?:was|am|i'm|im|just|been) wondering (?:if|how|what|whether|why|when|where|who|which|about)\\b|\\b(?:curious|want to know|wanna know|like to know|need to know|like to ask|wanted to ask) (?:if|how|what|whether|why|when|where|who|which|about)\\b"),
            Turn.of(1.8, BEGIN + "(?:how to|where to|what to|how would|how can)\\b"),
            Turn.of(
                    1.2,
                    "\\bis there (?:a|an|any|some|anything|anyone|anybody|something|no|other|another)\\b|\\bis it (?:possible|ok|okay|safe|worth|normal|true)\\b|\\bare there (?:any|some|other)\\b"),
            Turn.of(
                    1.6,
                    "^(?:you|u|ya|yall|y'all)(?: guys)? (?:there|ok|okay|coming|around|sure|serious|kidding|playing|still|ready|alright|all right|mean|want|like|got|have|know|from|wanna|going|gonna|here|up|think|need|see|busy|free|married|m or f|male|female)\\b"),
            Turn.of(
                    1.4,
                    "^(?:wanna|want to|care to|mind if|mind telling|ready|still|gonna|remember|ever|need (?:a |any )?help|got|seen|heard|where|where u|how u|why u|wat u|what u)\\b(?!.*\\b(?:lol|haha)\\b)"),
            Turn.of(
                    1.4,
                    "^mind (?:if|telling|explaining|sharing)\\b|\\b(?:can|could|would|will) (?:you|u|someone|somebody|anyone|anybody|somebody) (?:please |pls |plz )?\\w+"),
            Turn.of(
                    0.9,
                    "\\b(?:tell me|explain|show me|help me|let me know)\\b.{0,30}\\b(?:how|what|why|where|which|when|who|if|the difference)\\b"),
            Turn.of(
                    1.2,
                    ",? (?:right|huh|eh|or not|or what|or no|yeah|or something else|isn'?t it|aren'?t you|don'?t you|doesn'?t it|is it|are you|do you|does it|can you|won'?t you|isnt it)$"),
            Turn.of(
                    1.2,
                    "\\b(?:pm|msg|chat|talk)(?: with)? me$|^(?:m or f|m/f|any (?:ladies|girls|guys|females|males|1)\\b.*)"),
            Turn.of(
                    -2.6,
                    BEGIN
                            + "(?:what an? |how (?:nice|cool|great|sweet|cute|awesome|lovely|funny|sad|awful|wonderful|kind|amazing|rude|dare) ?(?:of|is that|!|$))"),
            Turn.of(
                    -2.4,
                    "^(?:who cares|who knows|why not|what the (?:hell|heck|fuck|f|hey)|what ?ever|so what|what can i say|can do|could be|may be|might be|would be nice|will do|would do|should be|is what it is|how (?:cool|nice|sweet) is that|what a .*|wtf|did it|did that|have fun|have a .*|do it|do that|do not .*|don'?t (?!you|we|they|i|u\\b).*|can'?t wait.*|can'?t (?!you|we|they|i|u|someone|anyone)\\w+ .*|have you know|are too|is too)\\b.{0,25}$"),
            Turn.of(
                    -2.2,
                    BEGIN
                            + "(?:what|how|where|who|why|when|which|whatever|wherever|whenever) (?:i|we|he|she|it|they|there|ever)\\b(?! (?:supposed|need to|do wrong)\\b)(?!.*\\b(?:do|go|be) (?:now|then)$)"),
            Turn.of(
                    -1.6,
                    "^(?:when|where|while|if|once|as) (?:you|u|i|we|he|she|it|they|the|my|there)\\b|^which (?:is|was|are|means|makes)\\b"),
            Turn.of(-2.2, "\\b(?:that|this|it|which)(?:'s|s| is| was) (?:exactly )?(?:what|how|why|where|when|who)\\b"),
            Turn.of(
                    -1.8,
                    "\\b(?:i|we|he|she|they|you|nobody|everyone|i'll|i'd|you'll) (?:will |can |already |just |really |kinda |do |would |to )*(?:know|knows|knew|see|saw|show|understand|understood|told|tell|explain|explained|remember|forget|forgot|love|like|hate|learned|figured out|found out|found|guess|wonder|asked|said)(?: (?:you|him|her|them|us))? (?:how|what|why|who|where|when|which|if|whether)\\b"),
            Turn.of(
                    -1.8,
                    "\\b(?:idk|no idea|not sure|no clue|don'?t know|dont care|don'?t care|doesn'?t matter|depends on|depending on|regardless of|no matter) ?(?:how|what|why|who|where|when|which|if|whether)?\\b"),
            Turn.of(
                    -0.9,
                    "^(?:i|i'm|im|i'll|i've|i'd|we|he|she|they|yes|yep|yeah|no|nope|thanks|thank|thx|lol|haha|ok|try|just|use|see|check|because|it|it's|its|that's|thats)\\b"));

    private English() {}

    static double turns(String sentence) {
        return Turn.sum(TURNS, sentence);
    }
}
