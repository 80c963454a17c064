package org.jianxi.gateway.console;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.console.StoredSamples.Sample;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.suggest.Suggester;

/** Drafts a mapping from a sample for the editor. Two are drafted at a time, each for ten seconds at most. */
final class DraftFromSample {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int AT_A_TIME = 2;
    private static final String NEW_SOURCE = "new-source";

    private final Suggester suggester;
    private final Datasets datasets;
    private final ReturnForm form;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    /** @param form the edition whose numbers a drafted return is read by */
    DraftFromSample(Suggester suggester, Datasets datasets, ReturnForm form) {
        this.suggester = suggester;
        this.datasets = datasets;
        this.form = form;
    }

    /** What came of it. */
    sealed interface Drafted {}

    record Text(String yaml) implements Drafted {}

    record Not(Bilingual reason) implements Drafted {}

    /** The datasets a draft can be asked for. */
    List<Dataset> datasets() {
        return datasets.all();
    }

    Drafted draft(String source, String dataset, Sample sample) {
        if (!places.tryAcquire()) {
            return new Not(new Bilingual("别人正在试，请稍候再试", "Others are trying theirs. Try again in a moment"));
        }
        var task = new FutureTask<>(() -> {
            try {
                return suggested(source, dataset, sample);
            } finally {
                places.release();
            }
        });
        var worker = new Thread(task, "draft");
        worker.setDaemon(true);
        worker.start();
        return awaited(task);
    }

    /** A draft that is given up on keeps its place until it has really ended. */
    private static Drafted awaited(FutureTask<Drafted> task) {
        try {
            return task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            return new Not(new Bilingual(
                    "样例太大，%d 秒内推测不完".formatted(LIMIT.toSeconds()),
                    "The sample is too large to be guessed from in %d s".formatted(LIMIT.toSeconds())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Not(new Bilingual("推测被中断", "Drafting was interrupted"));
        } catch (ExecutionException ours) {
            throw new IllegalStateException("A draft could not be made for a fault of ours", ours.getCause());
        }
    }

    private Drafted suggested(String source, String dataset, Sample sample) {
        var id = source.isEmpty() ? NEW_SOURCE : source;
        var asked = dataset.equals(Dataset.MONTHLY_RETURN)
                ? new Suggester.OfReturn(id, form)
                : new Suggester.OfRecords(id, dataset);
        try {
            return new Text(
                    suggester.suggest(asked, sample.type(), sample.content()).draft());
        } catch (UnreadableDocument unreadable) {
            return new Not(unreadable.reason());
        }
    }
}
