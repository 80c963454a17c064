package org.jianxi.gateway.filing;

import org.jianxi.gateway.canonical.Digest;

/**
 * One accepted submission and where its evidence lies.
 *
 * @param digest SM3 of the bytes as received
 * @param ledgerPosition of its entry
 */
public record Evidence(
        String submission, int revision, SupplementaryReturn.Arrived arrived, Digest digest, long ledgerPosition) {}
