package lyceum.moderation.words;

/** The hundred commonest Chinese surnames, which make a name of whatever follows. */
final class Surnames {
    private static final String ALL =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤";

    private Surnames() {}

    static boolean has(char han) {
        return ALL.indexOf(han) >= 0;
    }
}
