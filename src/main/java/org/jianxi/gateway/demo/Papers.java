package org.jianxi.gateway.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.documents.StrictText;
import org.jianxi.gateway.forms.CanonicalJson;
import org.jianxi.gateway.forms.CanonicalXml;
import org.jianxi.gateway.forms.ReturnForm;

/**
 * Writes a sender's figures as its own system would: six systems, six formats, one month.
 *
 * @param form the edition the systems file under
 * @param printed the printing that people fill in by hand
 */
record Papers(ReturnForm form, ReturnForm printed, Period period) {

    private static final int FEN_IN_YUAN = 2;
    private static final int FEN_IN_THOUSAND_YUAN = 5;

    /** One document as it leaves the sender's system. */
    record Paper(MediaType type, byte[] content) {

        String fileName(DemoSender sender, Period period) {
            return "jianxi-%s-%s.%s".formatted(sender.code(), period, type.extension());
        }
    }

    Paper write(DemoSender sender) {
        return write(sender, sender.figures());
    }

    /** The same with other figures, for a sender that gets them wrong first. */
    Paper write(DemoSender sender, Figures figures) {
        return switch (sender.source().value()) {
            case "kunming" -> new Paper(MediaType.JSON, CanonicalJson.write(canonical(sender, figures), form));
            case "provincial" -> new Paper(MediaType.XML, CanonicalXml.write(canonical(sender, figures), form));
            case "zhijian" -> new Paper(MediaType.JSON, vendorJson(sender, figures));
            case "honghe" -> new Paper(MediaType.CSV, pinyinCsv(sender, figures));
            case "yunjiu" -> new Paper(MediaType.XML, vendorXml(sender, figures));
            case "official" -> new Paper(MediaType.XLSX, new HandFilledSheet(printed, period).write(sender, figures));
            default -> throw new IllegalArgumentException("The demo plays no system called " + sender.source());
        };
    }

    private MonthlyReturn canonical(DemoSender sender, Figures figures) {
        return new MonthlyReturn(form.id(), period, sender.sender(), 1, figures, List.of());
    }

    private byte[] vendorJson(DemoSender sender, Figures figures) {
        var codes = List.of(
                "AAB901", "AAB902", "ACB901", "ACB902", "AAC901", "AAC902", "AAC903", "AAC911", "AAC912", "AAC913",
                "AAC914", "AAC921", "AAC931");
        var body = new TreeMap<String, Object>();
        for (var place = 0; place < codes.size(); place++) {
            body.put(codes.get(place), Long.toString(figures.of(place + 1)));
        }
        body.put("ADC451", yuan(figures));
        var head = Map.of(
                "AAZ220", "JX" + sender.code(),
                "AAA027", sender.code() + "000000",
                "AAE002", period.toString().replace("-", ""));
        return JsonText.of(Map.of("head", head, "body", body));
    }

    private byte[] pinyinCsv(DemoSender sender, Figures figures) {
        var row = new ArrayList<String>(List.of("1", sender.code(), nameInFull(sender), period.toString()));
        counts(figures).forEach(count -> row.add(count.toString()));
        row.add(yuan(figures));
        row.add("");
        var header = "xh,dqdm,dqmc,tjyf,dwzs,xzdws,gwzs,xzgws,jhjxrs,sjdgrs,dg_gxbys,wcjxrs,lyrs,ly_gxbys,qtjyrs,fzcjs,"
                + "qmzgrs,btje,bz";
        return (header + "\r\n" + String.join(",", row) + "\r\n").getBytes(StrictText.GB18030);
    }

    /** That system's users write the autonomous prefectures' full names. */
    private static String nameInFull(DemoSender sender) {
        return switch (sender.code()) {
            case "532300" -> "楚雄彝族自治州";
            case "532500" -> "红河哈尼族彝族自治州";
            case "532600" -> "文山壮族苗族自治州";
            default -> sender.unit().name();
        };
    }

    private byte[] vendorXml(DemoSender sender, Figures figures) {
        var codes = List.of(
                "DW01", "DW02", "GW01", "GW02", "JH01", "DG01", "DG02", "WC01", "LY01", "LY02", "JY01", "FZ01", "ZG01");
        var text = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<baobiao xmlns=\"urn:yunjiu:baobiao:2\">\n")
                .append("  <biaotou danwei=\"%s\" shuoqi=\"%d年%d月\"/>\n  <zhibiao>\n"
                        .formatted(
                                sender.unit().name(),
                                period.year(),
                                period.month().getMonthValue()));
        for (var place = 0; place < codes.size(); place++) {
            text.append("    <xiang dm=\"%s\" zhi=\"%d\"/>\n".formatted(codes.get(place), figures.of(place + 1)));
        }
        return text.append("  </zhibiao>\n  <zijin lx=\"jianxi\" leiji=\"%s\"/>\n</baobiao>\n"
                        .formatted(BigDecimal.valueOf(money(figures), FEN_IN_THOUSAND_YUAN)
                                .toPlainString()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<Long> counts(Figures figures) {
        return form.indicators().stream()
                .filter(indicator -> !indicator.unit().isMoney())
                .map(indicator -> figures.of(indicator.number()))
                .toList();
    }

    private String yuan(Figures figures) {
        return BigDecimal.valueOf(money(figures), FEN_IN_YUAN)
                .setScale(FEN_IN_YUAN, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private long money(Figures figures) {
        return form.indicators().stream()
                .filter(indicator -> indicator.unit().isMoney())
                .mapToLong(indicator -> figures.of(indicator.number()))
                .sum();
    }
}
