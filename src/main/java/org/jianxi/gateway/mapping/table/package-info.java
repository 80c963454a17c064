/** The rows and cells of workbooks and CSV files as they are read, one after another and under limits. */
@NamedInterface("table")
@NullMarked
package org.jianxi.gateway.mapping.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
