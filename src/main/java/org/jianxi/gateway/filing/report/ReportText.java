package org.jianxi.gateway.filing.report;

import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.filing.report.Block.Grid;
import org.jianxi.gateway.filing.report.Block.Heading;
import org.jianxi.gateway.filing.report.Block.Note;
import org.jianxi.gateway.filing.report.Block.Paragraph;
import org.jianxi.gateway.filing.report.Block.Title;
import org.jianxi.gateway.filing.report.Block.ToFill;

/**
 * The report in words and tables, in its order. What the ledger knows is written out; {@value Block#BLANK} marks what the officer has to
 * write.
 */
public record ReportText(YearReport report) {

    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    /** A section: what it is called and what is in it. */
    private record Section(Bilingual heading, List<Block> blocks) {}

    public List<Block> blocks() {
        var blocks = new ArrayList<>(head());
        var number = 0;
        for (var section : sections()) {
            blocks.add(new Heading(new Bilingual(
                    NUMERALS[number] + "、" + section.heading().zh(),
                    (number + 1) + ". " + section.heading().en())));
            blocks.addAll(section.blocks());
            number++;
        }
        blocks.addAll(foot());
        blocks.add(new Heading(new Bilingual("附表　各单位分月数据", "Annex: the months of each reporting unit")));
        blocks.addAll(new FiguresPart(report).months());
        return numbered(blocks);
    }

    private List<Section> sections() {
        return List.of(
                new Section(new Bilingual("全年数据", "The year's figures"), new FiguresPart(report).blocks()),
                new Section(new Bilingual("目标完成情况", "Targets"), new TargetsPart(report).blocks()),
                new Section(new Bilingual("报送及时性", "Timeliness"), new TimelinessPart(report).blocks()),
                new Section(new Bilingual("更正情况", "Corrections"), new CorrectionsPart(report).blocks()),
                new Section(new Bilingual("报部与回执", "Filings with the ministry"), new FilingsPart(report).blocks()),
                new Section(new Bilingual("催报与说明", "Reminders and explanations"), new TalkPart(report).blocks()),
                new Section(new Bilingual("主要做法与经验", "What was done, and what was learned"), List.of(new ToFill(DONE))),
                new Section(new Bilingual("存在的问题", "Problems"), List.of(new ToFill(PROBLEMS))),
                new Section(new Bilingual("下一年度工作计划", "Plan for the next year"), List.of(new ToFill(NEXT))));
    }

    private static final Bilingual DONE = new Bilingual(
            "写明本年度的政策和资金安排、岗位募集与专项对接活动（每季度至少一次，人社部发〔2023〕27号 二(三)）、见习单位的年度评估与清退（云人社发〔2023〕18号 三）、"
                    + "困难毕业生优先安排、带教与留用等做法和成效，附一两个事例；不写个人信息。",
            "Policy and money of the year, how posts were raised, the matching events (one a quarter at least), the yearly review of units, "
                    + "hardship graduates served first, mentoring and retention, with an example or two; no personal data.");

    private static final Bilingual PROBLEMS = new Bilingual(
            "对照上列缺报、逾期、更正、未达目标的单位和月份，写明原因、影响和已采取的措施；数据口径有疑问的，逐项写明指标序号。",
            "Go through the gaps, late returns, corrections and missed targets above: why, with what effect, and what was done. "
                    + "Name the indicator where it is unclear how to count.");

    private static final Bilingual NEXT = new Bilingual(
            "写明下一年度岗位募集数和组织见习人数的建议、各季度安排、资金安排和保障措施。",
            "Posts to raise and people to organise in the next year, what is planned for each quarter, money, and what has to be in place.");

    private List<Block> head() {
        var source = report.source();
        var made = Words.moment(source.madeAt(), source.zone());
        var last = report.through();
        var blocks = new ArrayList<Block>();
        blocks.add(new Title(new Bilingual(
                "云南省%d年就业见习工作实施情况报告（草稿）".formatted(report.year()),
                "Yunnan: report on the internship programme in %d (draft)".formatted(report.year()))));
        blocks.add(new Note(new Bilingual(
                "数据截至 %s 月报；%s（北京时间）由台账前 %d 条记录生成。标有%s处由经办人补充，写完后删去提示。"
                        .formatted(last, made, source.ledgerPosition(), Block.BLANK),
                "Figures up to the return of %s, drawn at %s Beijing time from the first %d entries of the ledger. %s marks what the officer has to write."
                        .formatted(last, made, source.ledgerPosition(), Block.BLANK))));
        blocks.add(new Note(new Bilingual(
                "本报告随12月报表一并报送，12月汇总表的期限为 " + report.due() + "。",
                "The report goes with the return of December, which is due on " + report.due() + ".")));
        if (!report.isWhole()) {
            blocks.add(new Note(new Bilingual(
                    "本年度尚未结束，以下只到 " + last + "。", "The year is not over; what follows ends with " + last + ".")));
        }
        return blocks;
    }

    /** As at the foot of the form. */
    private static List<Block> foot() {
        return List.of(new Paragraph(new Bilingual(
                "填报单位（盖章）：%1$s　　填报人：%1$s　　联系电话：%1$s　　填报时间：%1$s".formatted(Block.BLANK),
                "Reporting office (seal): %1$s Filled in by: %1$s Telephone: %1$s Date: %1$s".formatted(Block.BLANK))));
    }

    private static List<Block> numbered(List<Block> blocks) {
        var numbered = new ArrayList<Block>();
        var count = 0;
        for (var block : blocks) {
            if (block instanceof Grid grid) {
                count++;
                var caption = grid.caption();
                var named = new Bilingual(
                        "表%d　%s".formatted(count, caption.zh()), "Table %d. %s".formatted(count, caption.en()));
                numbered.add(new Grid(named, grid.columns(), grid.rows()));
            } else {
                numbered.add(block);
            }
        }
        return List.copyOf(numbered);
    }
}
