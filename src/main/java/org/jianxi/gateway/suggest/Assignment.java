package org.jianxi.gateway.suggest;

import java.util.Arrays;

/** The best one-to-one choice: the rows take columns so that the sum of their scores is greatest (Kuhn and Munkres). */
final class Assignment {

    private final double[][] cost;
    private final int columns;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOf;

    private Assignment(double[][] scores, int rows, int columns) {
        this.columns = columns;
        this.cost = new double[rows + 1][columns + 1];
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < scores[row].length; column++) {
                cost[row + 1][column + 1] = -scores[row][column];
            }
        }
        this.rowPotential = new double[rows + 1];
        this.columnPotential = new double[columns + 1];
        this.rowOf = new int[columns + 1];
    }

    /** The column of each row, from 0; -1 for a row that is better left without. Scores are not negative. */
    static int[] best(double[][] scores, double least) {
        var rows = scores.length;
        var columns = rows == 0 ? 0 : scores[0].length;
        var chosen = new int[rows];
        Arrays.fill(chosen, -1);
        var worth = new double[rows][columns + rows];
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                worth[row][column] = Math.max(0, scores[row][column] - least);
            }
        }
        var assignment = new Assignment(worth, rows, columns + rows);
        for (var row = 1; row <= rows; row++) {
            assignment.place(row);
        }
        for (var column = 1; column <= columns; column++) {
            var row = assignment.rowOf[column] - 1;
            if (row >= 0 && scores[row][column - 1] >= least) {
                chosen[row] = column - 1;
            }
        }
        return chosen;
    }

    private void place(int row) {
        rowOf[0] = row;
        var way = new int[columns + 1];
        var slack = new double[columns + 1];
        var used = new boolean[columns + 1];
        Arrays.fill(slack, Double.MAX_VALUE);
        var column = 0;
        do {
            used[column] = true;
            column = next(column, way, slack, used);
        } while (rowOf[column] != 0);
        while (column != 0) {
            rowOf[column] = rowOf[way[column]];
            column = way[column];
        }
    }

    private int next(int from, int[] way, double[] slack, boolean[] used) {
        var row = rowOf[from];
        var delta = Double.MAX_VALUE;
        var next = 0;
        for (var column = 1; column <= columns; column++) {
            if (!used[column]) {
                var reduced = cost[row][column] - rowPotential[row] - columnPotential[column];
                if (reduced < slack[column]) {
                    slack[column] = reduced;
                    way[column] = from;
                }
                if (slack[column] < delta) {
                    delta = slack[column];
                    next = column;
                }
            }
        }
        for (var column = 0; column <= columns; column++) {
            if (used[column]) {
                rowPotential[rowOf[column]] += delta;
                columnPotential[column] -= delta;
            } else {
                slack[column] -= delta;
            }
        }
        return next;
    }
}
