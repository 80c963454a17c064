/** Inquiries into overlapping placements, put together. */
@NullMarked
package org.jianxi.gateway.flow.overlaps;

import org.jspecify.annotations.NullMarked;
