package lyceum.moderation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks like a find and is none. */
final class OrdinaryLanguageTest {
    private static final Letters LETTERS = Letters.load();
    private final Finder finder = new Finder(LETTERS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hell      | Hello, Shelley and Mitchell
            hell      | he'll come
            ass       | a class on assessment by the assassin of Assam
            cum       | the document of Cumbria and of cumin
            sex       | Essex, Sussex and Middlesex
            pen       | he opens the deep end
            therapist | ask the rapid test for the rap is today
            island    | it is land
            god       | goood morning, so goood
            son       | see you sooon
            bomb      | a file of 80MB, or 600mb
            ist       | the 1st of May
            casino    | 1:15:20
            arent     | they aren't here
            去死       | 千万别去山上
            赌博       | 我读博了
            微信       | 他的威信很高
            加微信     | 大家为新同学鼓掌
            发票       | 头发飘起来
            加群       | 你家，群山环绕
            女子       | 好的，好人
            代购       | the dog is OK
            你是鸭     | 你是亚洲人吗
            信用卡     | 信用咖啡馆
            身份证     | 身份政治
            赌博       | 杜博同学好
            中国画     | 我们讲中国话
            大局       | 去打10局
            天生       | 流了一大升眼泪
            白痴       | Bai Chi is a name
            spic      | spices and hospices
            ass       | flight A5S
            kill      | K I'll be there
            scat      | var=$(cat file)
            clamps    | in the summer camps
            ass       | the asss in it
            princes   | a princess
            bra       | a brass band
            desire    | @Desire2Learn
            draft     | #Browns2014Draft
            bingo     | ask @bino_99 and Faso
            christian | Christina is here
            lotto     | Otto is here
            teste     | este no es
            oreos     | one oreo is left
            nig       | so g o o d n i g h t
            小程序     | Charlie xcx is great
            雷管       | lg电视
            刷单       | 插sd卡
            包过       | 支持802.11b/g
            妈妈的     | 那个mm的包
            返利       | 饭里有一根头发
            包过       | 昨天抱过孩子
            盗号       | 一刀）号码
            色色       | 用起来涩涩的
            性爱       | 邢霭在吗
            假烟       | 我是牛嘉妍
            土豆       | 差十一豆腐
            女优       | 女人，尤其是女孩
            """)
    void isNotAFind(String word, String message) {
        Lexicon list = Lexicon.of(List.of(word), LETTERS);

        assertThat(finder.find(message, list)).isEmpty();
    }
}
