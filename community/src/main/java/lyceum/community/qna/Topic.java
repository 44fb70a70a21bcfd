package lyceum.community.qna;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Matters in which a wrong answer does harm: the hub says so, and leaves them to people. */
public enum Topic {
    MEDICAL(
            "doctors?|medicines?|medications?|dosages?|prescri(?:be|bed|ption|ptions)|antidepressants?|antibiotics?|ibuprofen"
                    + "|paracetamol|pregnan(?:t|cy)|diseases?|cancer|vaccin(?:e|es|ation)|headaches?|chest pain|suicid(?:e|al)"
                    + "|overdose|fever|allerg(?:y|ies|ic)|blood pressure|painkillers?",
            "医生|看病|吃药|药量|剂量|处方|怀孕|癌|疫苗|头痛|头疼|发烧|过敏|血压|抑郁|自杀|用药|止痛药|失眠"),
    LEGAL(
            "lawyers?|attorneys?|lawsuits?|sue[ds]?|legal|legally|illegal|copyright(?:s|ed)?|visas?|immigration|divorce"
                    + "|custody|in court",
            "律师|起诉|打官司|违法|合法|版权|签证|移民|离婚|法院|诉讼"),
    MONEY(
            "invest(?:ing|ments?)?|stock market|stocks|crypto(?:currency|currencies)?|bitcoins?|loans?|mortgages?|tax|taxes"
                    + "|pensions?|retirement|insurance|forex|etfs?",
            "投资|股票|基金|炒币|比特币|贷款|房贷|报税|纳税|税务|个税|养老金|保险|理财");

    private final Pattern words;

    Topic(String english, String chinese) {
        words = Pattern.compile("\\b(?:" + english + ")\\b|" + chinese, Pattern.CASE_INSENSITIVE);
    }

    /** The first of these that a question is about. */
    static Optional<Topic> of(String question, Set<Topic> among) {
        return Arrays.stream(values())
                .filter(topic ->
                        among.contains(topic) && topic.words.matcher(question).find())
                .findFirst();
    }
}
