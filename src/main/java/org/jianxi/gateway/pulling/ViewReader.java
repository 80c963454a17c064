package org.jianxi.gateway.pulling;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.JdbcPoll;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.Source;

/**
 * Reads one view of a source's database into one CSV document: a header, UTF-8, line feeds. The same rows give the same bytes.
 *
 * <p>The connection is read-only, the names in the statement are quoted, and what is compared is bound, never written into it.
 */
public final class ViewReader {

    private static final int FETCH = 1_000;

    private final Drivers drivers;
    private final AllowedAddresses addresses;
    private final Secrets secrets;

    public ViewReader(Drivers drivers, AllowedAddresses addresses, Secrets secrets) {
        this.drivers = drivers;
        this.addresses = addresses;
        this.secrets = secrets;
    }

    /** @param mostBytes a longer document is a failure */
    public record Question(JdbcPoll.View view, Optional<Period> period, Optional<Sender> sender, long mostBytes) {}

    /** The document; empty where the view has no row for the question. */
    public Optional<byte[]> read(Source source, JdbcPoll poll, Question question) throws IOException {
        var server = poll.server();
        var address = addresses.resolve(source.id(), server.host());
        var password = secrets.find(server.password())
                .orElseThrow(() -> new TurnFailed("its credential " + server.password() + " is not there"));
        try (var connection = drivers.connect(poll, address, password)) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            var quote = connection.getMetaData().getIdentifierQuoteString().strip();
            try (var statement = connection.prepareStatement(new ViewQuery(question.view(), quote).text())) {
                bind(statement, question);
                statement.setQueryTimeout(Math.toIntExact(poll.timeout().toSeconds()));
                statement.setFetchSize(FETCH);
                statement.setMaxRows(poll.mostRows() + 1);
                return document(statement, poll, question);
            }
        } catch (SQLException refused) {
            throw new TurnFailed("its database answered " + state(refused));
        }
    }

    /** The five characters of the standard, never the message: drivers put statements and values into those. */
    private static String state(SQLException refused) {
        return refused.getSQLState() == null ? "an error of the driver's own" : "SQLSTATE " + refused.getSQLState();
    }

    private static void bind(PreparedStatement statement, Question question) throws SQLException {
        var index = 1;
        if (question.view().period().isPresent()) {
            var form = DateTimeFormatter.ofPattern(question.view().periodAs(), Locale.ROOT);
            statement.setString(
                    index++, form.format(question.period().orElseThrow().month()));
        }
        if (question.view().sender().isPresent()) {
            statement.setString(index, question.sender().orElseThrow().code());
        }
    }

    private static Optional<byte[]> document(PreparedStatement statement, JdbcPoll poll, Question question)
            throws IOException, SQLException {
        var bytes = new ByteArrayOutputStream();
        var rows = 0;
        try (var result = statement.executeQuery();
                var csv = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF)
                        .build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            csv.writeRecord(question.view().columns());
            while (result.next()) {
                if (++rows > poll.mostRows()) {
                    throw new TurnFailed("its view has more than " + poll.mostRows() + " rows");
                }
                csv.writeRecord(row(result, question.view().columns().size()));
                csv.flush();
                if (bytes.size() > question.mostBytes()) {
                    throw new TurnFailed("its view exceeds " + question.mostBytes() + " bytes");
                }
            }
        }
        return rows == 0 ? Optional.empty() : Optional.of(bytes.toByteArray());
    }

    private static ArrayList<String> row(ResultSet result, int columns) throws IOException, SQLException {
        var row = new ArrayList<String>(columns);
        for (var column = 1; column <= columns; column++) {
            row.add(ViewValue.text(result, column));
        }
        return row;
    }
}
