package org.jianxi.gateway.demo;

import java.util.TreeMap;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;

/**
 * Invented but plausible figures for one sender and month, the same ones every time.
 *
 * <p>Sized by the sender's yearly targets (annex 1 of 云人社发〔2023〕18号) and keeping every printed relation.
 *
 * @param posts yearly target of posts
 * @param people yearly target of trainees
 */
record DemoFigures(long posts, long people) {

    private static final long FEN_PER_MONTH = 150_000;

    /** @param salt tells two senders of equal targets apart; the division code will do */
    Figures of(Period period, int salt) {
        var month = period.month().getMonthValue();
        var odd = salt / 100 % 7 + month % 3;
        var planned = people / 12 + odd;
        var arrived = planned * 4 / 5;
        var completed = people / 20 + odd;
        var retained = completed * 55 / 100;
        var inPost = people * 2 / 5 + odd;
        var figures = new TreeMap<Integer, Long>();
        figures.put(1, 3 + posts / 20 + odd);
        figures.put(2, 1 + posts / 200);
        figures.put(3, posts * 3 / 5 + 10L * odd);
        figures.put(4, posts / 20);
        figures.put(5, planned);
        figures.put(6, arrived);
        figures.put(7, arrived * 17 / 20);
        figures.put(8, completed);
        figures.put(9, retained);
        figures.put(10, retained * 4 / 5);
        figures.put(11, completed / 4);
        figures.put(12, people / 250);
        figures.put(13, inPost);
        figures.put(14, FEN_PER_MONTH * inPost * month + 3L * salt);
        return Figures.of(figures);
    }
}
