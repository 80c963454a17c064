package org.jianxi.gateway.api;

import java.util.Base64;
import java.util.List;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.HttpMinistryChannel;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.flow.FilingDocuments;
import org.jianxi.gateway.flow.FilingStatus;
import org.jianxi.gateway.flow.NextFilings;
import org.jianxi.gateway.flow.PrintSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Everything that was filed for a period, readable for ever, and what filing now would send. */
@RestController
@RequestMapping("/api/v1/returns/{period}")
class FilingsController {

    private static final String SIGNATURE_ALONE = "application/pkcs7-signature";

    private final FilingStatus status;
    private final FilingDocuments documents;
    private final NextFilings nextFilings;
    private final JsonMapper json;
    private final PrintSettings print;

    FilingsController(
            FilingStatus status,
            FilingDocuments documents,
            NextFilings nextFilings,
            JsonMapper json,
            PrintSettings print) {
        this.status = status;
        this.documents = documents;
        this.nextFilings = nextFilings;
        this.json = json;
        this.print = print;
    }

    record FilingsView(String period, List<FilingView> filings) {}

    @GetMapping(path = "/filings", produces = "application/json")
    FilingsView filings(@PathVariable Period period) {
        var filings = status.all(period).stream()
                .map(progress -> FilingView.of(progress, json))
                .toList();
        return new FilingsView(period.toString(), filings);
    }

    /** JSON and XML are the bytes that were filed; the other documents are written again from the ledger as it was. */
    @GetMapping("/filings/{revision}")
    ResponseEntity<byte[]> filing(
            @PathVariable Period period, @PathVariable int revision, @RequestHeader HttpHeaders headers) {
        var filed = documents.find(period, revision).orElseThrow(NotThere::new);
        if (headers.getAccept().contains(MediaType.parseMediaType(SIGNATURE_ALONE))) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, SIGNATURE_ALONE)
                    .body(filed.signature());
        }
        if (ReturnAnswers.asksForPdf(headers)) {
            return ReturnAnswers.pdf(named(filed, "汇总表"), documents.print(filed, print.find()));
        }
        return ReturnAnswers.formatOf(headers)
                .map(format -> signed(filed, "汇总表", format).body(documents.write(filed, format)))
                .orElseGet(ReturnAnswers::notAcceptable);
    }

    /** The difference as JSON, in the signed XML, or as a workbook with 更正说明表 beside the form. */
    @GetMapping("/filings/{revision}/difference")
    ResponseEntity<byte[]> difference(
            @PathVariable Period period, @PathVariable int revision, @RequestHeader HttpHeaders headers) {
        var filed = documents.find(period, revision).orElseThrow(NotThere::new);
        if (filed.correction().isEmpty()) {
            throw new NotThere();
        }
        return ReturnAnswers.formatOf(headers)
                .flatMap(format -> documents
                        .writeDifference(filed, format)
                        .map(bytes -> signed(filed, "更正说明表", format).body(bytes)))
                .orElseGet(ReturnAnswers::notAcceptable);
    }

    /** Nothing is approved, signed or sent by looking. */
    @GetMapping(path = "/pending", produces = "application/json")
    PendingView pending(@PathVariable Period period) {
        var next = nextFilings.of(period);
        return PendingView.of(next, documents.difference(next).map(json::readTree));
    }

    private static String named(Filed filed, String title) {
        return "云南省_就业见习工作情况%s_%s_第%d次报送".formatted(title, filed.period(), filed.revision());
    }

    private static ResponseEntity.BodyBuilder signed(Filed filed, String title, ReturnFormat format) {
        var answer = ReturnAnswers.document(named(filed, title), format);
        if (format == ReturnFormat.XML) {
            answer.header(HttpMinistryChannel.SIGNATURE, Base64.getEncoder().encodeToString(filed.signature()));
        }
        return answer;
    }
}
