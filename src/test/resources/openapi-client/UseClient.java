import client.ApiClient;
import client.ApiException;
import client.JSON;
import client.api.SubmissionsApi;
import client.api.WindowsApi;
import client.model.Finding;
import client.model.MonthlyReturn;
import client.model.MonthlyReturnMOHRSS2023;
import client.model.MonthlyReturnMOHRSS2023Indicators;
import client.model.Problem;
import client.model.Repair;
import java.util.Base64;

/** A prefecture's own program, written against the generated client and nothing else of ours. Prints one fact a line. */
public final class UseClient {

    private static final String DATASET = "monthly-return";
    private static final String JUNE = "2023-06";

    public static void main(String[] arguments) throws Exception {
        var key = arguments[1];
        var connection = new ApiClient();
        connection.updateBaseUri(arguments[0]);
        connection.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
        var submissions = new SubmissionsApi(connection);

        var trial = submissions.submit(DATASET, JUNE, kunming(410), true, null, null, null);
        say("trial", trial.getVerdict() + " " + trial.getDryRun() + " " + trial.getReceipt());

        var first = submissions.submitWithHttpInfo(DATASET, JUNE, kunming(410), false, "june", null, null);
        var accepted = first.getData();
        say("status", first.getStatusCode());
        say("verdict", accepted.getVerdict());
        say("revision", accepted.getReceipt().getRevision());
        say("cms", Base64.getDecoder().decode(accepted.getSignature()).length > 500);
        var receipt = submissions.submissionReceipt(accepted.getId());
        say("same receipt", receipt.equals(accepted.getReceipt()));
        say("receipt of", receipt.getSender() + " " + receipt.getPeriod() + " " + receipt.getDoor());

        var again = submissions.submitWithHttpInfo(DATASET, JUNE, kunming(410), false, "june", null, null);
        say("again", again.getStatusCode() + " " + again.getHeaders().get("idempotent-replay"));

        wrong(submissions);
        unknown(submissions);

        var state = submissions.submission(accepted.getId());
        say("state", state.getVerdict() + " current " + state.getCurrent() + " of " + state.getHistory().size());
        later(submissions);
        var stands = submissions.submissionCanonical(accepted.getId());
        say("canonical", stands.getMonthlyReturnMOHRSS2023().getIndicators().get8());

        var window = new WindowsApi(connection).window(JUNE);
        say("deadline", window.getUnitDeadline());
        for (var standing : window.getSenders()) {
            if (!standing.getState().getValue().equals("missing")) {
                say("window", standing.getSender() + " " + standing.getName() + " " + standing.getState());
            }
        }
    }

    /** The same return with one figure changed, without waiting for its verdict. */
    private static void later(SubmissionsApi submissions) throws Exception {
        var kept = submissions.submitWithHttpInfo(DATASET, JUNE, kunming(409), false, "later", null, "respond-async");
        var id = kept.getData().getId();
        var state = submissions.submission(id);
        while (state.getVerdict() == null) {
            Thread.sleep(500);
            state = submissions.submission(id);
        }
        say("kept", kept.getStatusCode() + " then " + state.getState() + " " + state.getAccepted().getReceipt().getSubmission().equals(id));
    }

    private static void wrong(SubmissionsApi submissions) throws Exception {
        try {
            submissions.submit(DATASET, JUNE, kunming(41), false, null, null, null);
            say("wrong", "was accepted");
        } catch (ApiException refused) {
            say("wrong", refused.getCode());
            var problem = JSON.getDefault().getMapper().readValue(refused.getResponseBody(), Problem.class);
            say("type", problem.getType());
            for (Finding finding : problem.getFindings()) {
                say("finding", finding.getRule() + " " + finding.getSeverity() + " at " + finding.getAt().getPointer());
                say("short by", finding.getShortBy().getInteger());
                say("message", finding.getMessage().getZh());
                for (Repair repair : finding.getRepairs()) {
                    repair.getChange().forEach((indicator, bound) -> say("repair", indicator + " min " + number(bound.getMin())
                            + " max " + number(bound.getMax())));
                }
            }
            var id = problem.getInstance().substring(problem.getInstance().lastIndexOf('/') + 1);
            say("kept findings", submissions.submissionFindings(id).getFindings().size() == problem.getFindings().size());
        }
    }

    private static void unknown(SubmissionsApi submissions) {
        try {
            submissions.submission("nothing");
        } catch (ApiException refused) {
            say("unknown", refused.getCode());
        }
    }

    private static Object number(client.model.Figure figure) {
        return figure == null ? "-" : figure.getActualInstance();
    }

    private static MonthlyReturn kunming(int completed) {
        var figures = new MonthlyReturnMOHRSS2023Indicators()
                ._1(812)._2(14)._3(5630)._4(420)._5(900)._6(640)._7(512)
                ._8(completed)._9(233)._10(190)._11(96)._12(21)._13(3127)._14("1873.50");
        return new MonthlyReturn(new MonthlyReturnMOHRSS2023()
                .form(MonthlyReturnMOHRSS2023.FormEnum.MOHRSS_2023)
                .period(JUNE)
                .sender("530100")
                .revision(1)
                .indicators(figures));
    }

    private static void say(String what, Object value) {
        System.out.println(what + ": " + value);
    }
}
