/* What ncurses itself costs: a screen full of digits, of which a key changes one number or all. */
#include <curses.h>

static void fill(int shift) {
  for (int row = 0; row < LINES; row++)
    for (int column = 0; column < COLS; column++)
      mvaddch(row, column, '0' + (row * 7 + column * 3 + shift) % 10);
}

int main(void) {
  initscr();
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  curs_set(0);
  fill(0);
  refresh();
  int number = 0, shift = 0, key;
  while ((key = getch()) != ERR && key != 'q') {
    if (key == 12)
      clearok(curscr, TRUE);
    else if (key == 'L')
      fill(++shift);
    else
      mvprintw(LINES / 2, COLS / 2, "%6d", number += key == 'l' ? 1 : -1);
    refresh();
  }
  endwin();
  return 0;
}
