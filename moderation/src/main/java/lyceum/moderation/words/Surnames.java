package lyceum.moderation.words;

/** The commonest Chinese surnames that are seldom anything else, which make a name of whatever follows. */
final class Surnames {
    private static final String ALL =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤"
                    + "温康施牛樊葛邢齐乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿焦俞左柳甘祝尚符舒阮柯纪梅童凌裴霍涂苗谷曲冉翁蓝辛靳柴鲍喻祁蒲滕饶牟艾尤穆卓缪"
                    + "褚娄窦戚岑费晏柏瞿桂佟臧闵邬卞姬栾隋刁巫寇桑甄仲虞敖巩佘邝";

    private Surnames() {}

    static boolean has(char han) {
        return ALL.indexOf(han) >= 0;
    }
}
