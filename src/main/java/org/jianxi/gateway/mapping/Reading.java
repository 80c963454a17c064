package org.jianxi.gateway.mapping;

/** How a source's documents are read: as one monthly return, or as many records. */
sealed interface Reading permits ReturnReading, RecordReading {

    Format format();

    NumberStyle numbers();
}
