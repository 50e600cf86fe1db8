// Dates as people write and read them.
#include "core/base/date.h"
#include "tests/support/expect.h"

using namespace handfast;

TEST_CASE("Dates are read in the forms people type") {
    const std::pair<const char*, const char*> cases[] = {
        {"2027-03-31", "2027-03-31"}, {" 2027-03-31 ", "2027-03-31"}, {"31 Mar 2027", "2027-03-31"}, {"31 march 2027", "2027-03-31"},
        {"March 31, 2027", "2027-03-31"}, {"MAR 31 2027", "2027-03-31"}, {"31.3.2027", "2027-03-31"}, {"31.03.2027", "2027-03-31"},
        {"1.2.2027", "2027-02-01"},   // points: the day first
        {"2027/03/31", "2027-03-31"}, {"31/3/2027", "2027-03-31"}, {"3/31/2027", "2027-03-31"}, {"5/5/2027", "2027-05-05"},
        {"31-3-2027", "2027-03-31"}, {"Mar 2027", "2027-03-31"}, {"February 2028", "2028-02-29"}, {"2027-02", "2027-02-28"}, {"3/2027", "2027-03-31"},
        {"sept 2027", "2027-09-30"}, {"29 Feb 2028", "2028-02-29"}, {"1 Jan 1900", "1900-01-01"}, {"31 Dec 2199", "2199-12-31"},
    };
    for (const auto& [text, iso] : cases) {
        INFO(text);
        const std::optional<Date> date = parse_date(text);
        REQUIRE(date);
        CHECK(iso_date(*date) == iso);
    }
}

TEST_CASE("What is no date, or could be two, is not read as one") {
    for (const char* text : {"", "soon", "2027", "31", "30 Feb 2027", "29 Feb 2027", "31 Apr 2027", "2027-13-01", "2027-00-10", "2027-01-00", "32.1.2027",
                             "3/4/2027", "12/11/2027", "1.2.27", "Mar", "31 Mar", "ma 2027", "31 Mar 2027 5", "31 Mar 12027", "1 Jan 1899", "1 Jan 2200",
                             "in 12 months", "2027-03-31T10:00", "-1 Jan 2027 x", "1.1.1.2027", "13 2027", "0 2027"}) {
        INFO(text);
        CHECK_FALSE(parse_date(text));
    }
}

TEST_CASE("Files hold ISO dates and nothing else") {
    CHECK(parse_iso_date("2027-03-31") == Date{2027, 3, 31});
    for (const char* text : {"2027-3-31", "2027-03-31 ", "31 Mar 2027", "2027/03/31", "2027-02-30", "20270331", "+027-03-31", "2027-03-3x"}) {
        INFO(text);
        CHECK_FALSE(parse_iso_date(text));
    }
}

TEST_CASE("Every day of four centuries' edges is shown and stored so that it reads back the same") {
    int days = 0;
    for (int year : {1900, 1999, 2000, 2024, 2027, 2100, 2199}) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= days_in_month(year, month); ++day, ++days) {
                const Date date{year, month, day};
                REQUIRE(parse_iso_date(iso_date(date)) == date);
                REQUIRE(parse_date(shown_date(date)) == date);
            }
        }
    }
    CHECK(days == 7 * 365 + 2);   // 2000 and 2024 leap; 1900 and 2100 do not
    CHECK(shown_date({2027, 3, 1}) == "1 Mar 2027");
}
