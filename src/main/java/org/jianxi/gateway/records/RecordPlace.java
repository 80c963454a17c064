package org.jianxi.gateway.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jianxi.gateway.records.copying.BinaryRow;

/**
 * Every column of a record's row but its content. The content's seal is bound to them all, so that none can be changed, or the content
 * moved, without it ceasing to open. Tokens and hashes in hexadecimal, empty where absent.
 */
record RecordPlace(
        String submission,
        long number,
        String dataset,
        String sender,
        String period,
        String recordToken,
        String personToken,
        String nameToken,
        String traineeToken,
        String leafHash,
        String personalUntil,
        String sealKey) {

    static final String COLUMNS = "submission, number, dataset, sender, period, record_token, person_token, name_token,"
            + " trainee_token, leaf_hash, personal_until, seal_key";

    private static final HexFormat HEX = HexFormat.of();

    /** Bytes of the other columns. */
    private static final int BESIDE_CONTENT = 384;

    static RecordPlace read(ResultSet row) throws SQLException {
        return new RecordPlace(
                row.getString("submission"),
                row.getLong("number"),
                row.getString("dataset"),
                row.getString("sender"),
                row.getString("period"),
                hex(row, "record_token"),
                hex(row, "person_token"),
                hex(row, "name_token"),
                hex(row, "trainee_token"),
                hex(row, "leaf_hash"),
                row.getString("personal_until"),
                row.getString("seal_key"));
    }

    String bound() {
        return String.join("/", plain()) + "/" + String.join("/", tokens()) + "/" + personalUntil + "/" + sealKey;
    }

    /** A {@link BinaryRow} of {@link #COLUMNS} and the content behind them. */
    byte[] row(byte[] content) {
        return new BinaryRow(BESIDE_CONTENT + content.length)
                .text(submission)
                .bigint(number)
                .text(dataset)
                .text(sender)
                .text(period)
                .bytes(HEX.parseHex(recordToken))
                .bytes(HEX.parseHex(personToken))
                .bytes(HEX.parseHex(nameToken))
                .bytes(HEX.parseHex(traineeToken))
                .bytes(HEX.parseHex(leafHash))
                .date(LocalDate.parse(personalUntil))
                .text(sealKey)
                .bytes(content)
                .end();
    }

    private List<String> plain() {
        return List.of(submission, Long.toString(number), dataset, sender, period);
    }

    private List<String> tokens() {
        return List.of(recordToken, personToken, nameToken, traineeToken, leafHash);
    }

    private static String hex(ResultSet row, String column) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes == null ? "" : HEX.formatHex(bytes);
    }
}
